import { availableParallelism, cpus, totalmem } from 'node:os'

/** What a measurement ran on. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  /** GiB. */
  readonly memory: number
  readonly node: string
  readonly system: string
}

/** The machine this runs on. */
export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown processor',
  cores: availableParallelism(),
  memory: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  system: `${process.platform} ${process.arch}`,
})

/** A machine in one line. */
export const machineText = ({ processor, cores, memory, node, system }: Machine): string =>
  `${processor}, ${cores} cores, ${memory} GiB, Node ${node}, ${system}`
