import type { BuildStage } from '../build.ts'

const words: Readonly<Record<BuildStage, string>> = {
  reading: 'read',
  resolving: 'resolved',
  drawing: 'laid out',
  writing: 'written',
}

/** Takes the time of the stages of a build. */
export interface StageTimes {
  begin(stage: BuildStage): void
  /** `read in 3.1 s, resolved in 0.4 s, laid out in 0.2 s, written in 0.1 s` */
  text(): string
}

/** Starts at the first stage; `now` gives milliseconds. */
export function stageTimes(now: () => number): StageTimes {
  const begun: { readonly stage: BuildStage; readonly at: number }[] = []
  return {
    begin: (stage) => void begun.push({ stage, at: now() }),
    text() {
      const end = now()
      return begun
        .map(({ stage, at }, i) => {
          const seconds = ((begun[i + 1]?.at ?? end) - at) / 1000
          return `${words[stage]} in ${seconds.toFixed(1)} s`
        })
        .join(', ')
    },
  }
}
