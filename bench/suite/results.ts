import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Figures } from './figures.ts'
import { type Machine, machineText } from './machine.ts'

/** What one command measured, with the day and the machine. */
export interface Result {
  readonly command: string
  /** Year, month and day, UTC. */
  readonly date: string
  readonly machine: Machine
  readonly figures: Figures
}

/** Results of an earlier run, none where there was none. */
export function readResults(file: string): Result[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { results: Result[] }).results : []
}

/** Later results take the place of earlier ones of the same command; commands stand in the order given, others last. */
export function mergeResults(
  earlier: readonly Result[],
  later: readonly Result[],
  order: readonly string[],
): Result[] {
  const byCommand = new Map([...earlier, ...later].map((result) => [result.command, result]))
  const place = ({ command }: Result): number =>
    order.includes(command) ? order.indexOf(command) : order.length
  return [...byCommand.values()].sort((a, b) => place(a) - place(b))
}

/** Writes results as JSON. */
export function writeResults(file: string, results: readonly Result[]): void {
  writeFileSync(file, `${JSON.stringify({ results }, null, 2)}\n`)
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Number(Math.abs(value).toPrecision(3))}`

function change(last: Result | undefined, name: string, now: number): string {
  const before = last?.figures[name]
  if (before === undefined) return 'new'
  return before === now ? '' : signed(now - before)
}

/** One table of all figures, each beside that of the last run: figure, last, now, change. */
export function comparisonText(last: readonly Result[], now: readonly Result[]): string {
  const lines: string[] = []
  for (const result of now) {
    const before = last.find(({ command }) => command === result.command)
    lines.push('', result.command)
    if (before)
      lines.push(
        `  last: ${before.date}${
          machineText(before.machine) === machineText(result.machine)
            ? ''
            : ` on another machine, ${machineText(before.machine)}`
        }`,
      )
    for (const [name, value] of Object.entries(result.figures)) {
      const cells = [before?.figures[name] ?? '-', value, change(before, name, value)]
      lines.push(`  ${name.padEnd(44)}${cells.map((cell) => String(cell).padStart(12)).join('')}`.trimEnd())
    }
    for (const name of Object.keys(before?.figures ?? {}))
      if (!(name in result.figures)) lines.push(`  ${name.padEnd(44)} no longer measured`)
  }
  return lines.join('\n').trimStart()
}
