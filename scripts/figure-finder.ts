import type { Result } from '../bench/suite/results.ts'

/** Gives a measured figure with so many decimals, without the nought before the point: `.721`, `95.6`. */
export type FigureFinder = (bench: string, figure: string, decimals: number) => string

/**
 * Looks figures up in results of `npm run bench`: `bench` is how a command goes on after `npm run bench:`, without the
 * folder of the data. Throws where there is none, so that no page can show a figure that nothing measured.
 */
export function figureFinder(results: readonly Result[]): FigureFinder {
  const byCommand = new Map(
    results.map(({ command, figures }) => [
      command.replace(/^npm run bench:/, '').replaceAll(/DATA\/(?:[\w-]+\/)*/g, ''),
      figures,
    ]),
  )
  return (bench, figure, decimals) => {
    const value = byCommand.get(bench)?.[figure]
    if (value === undefined)
      throw new Error(`bench/results has no "${figure}" of "${bench}": run npm run bench.`)
    return value.toFixed(decimals).replace(/^(-?)0\./, '$1.')
  }
}
