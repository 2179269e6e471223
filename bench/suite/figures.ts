/** Figures of a report by the words of their path: `{ typed: { f1: 0.7 } }` gives `typed f1`. */
export type Figures = Readonly<Record<string, number>>

const entriesOf = (value: unknown): (readonly [key: string, value: unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

/** Keeps four digits of what is small, and three decimals of what is not. */
const rounded = (value: number): number =>
  Number(Math.abs(value) < 1 ? value.toPrecision(4) : value.toFixed(3))

function collect(value: unknown, path: readonly string[], words: readonly string[]): [string, number][] {
  const [first, ...rest] = path
  if (first === undefined) return typeof value === 'number' ? [[words.join(' '), rounded(value)]] : []
  return entriesOf(value)
    .filter(([key]) => first === '*' || key === first)
    .flatMap(([key, inner]) => collect(inner, rest, [...words, key]))
}

/**
 * Takes figures from the report of a bench. A pattern is a path with `/` between its keys, `*` for any key; what is
 * there and is no number is left out. Throws where a pattern finds nothing: the bench prints something else by now.
 */
export function figuresOf(report: unknown, patterns: readonly string[]): Figures {
  const found = patterns.flatMap((pattern) => {
    const figures = collect(report, pattern.split('/'), [])
    if (figures.length === 0) throw new Error(`The report has no figure at ${pattern}.`)
    return figures
  })
  return Object.fromEntries(found)
}
