import type { RulePrecision } from '../model/index.ts'

type Count = readonly [right: number, judged: number]

interface Measured {
  readonly extractors: ReadonlyMap<string, Count>
  readonly groups: ReadonlyMap<string, Count>
}

/** How many judgements what is known of the more general case is worth beside those of the case itself. */
const weight = 4

const compiled = new WeakMap<RulePrecision, Measured>()

/** Rules of one kind: "verb own: X meet Y" and "verb own: X sue Y" are both "verb own". */
const groupOf = (extractor: string, rule: string): string => `${extractor}\t${rule.replace(/:.*/, '')}`

function measuredOf(precision: RulePrecision): Measured {
  let known = compiled.get(precision)
  if (known) return known
  const extractors = new Map<string, Count>()
  const groups = new Map<string, Count>()
  for (const [key, [right, judged]] of Object.entries(precision)) {
    const [extractor = '', rule = ''] = key.split('\t')
    for (const [map, name] of [
      [extractors, extractor],
      [groups, groupOf(extractor, rule)],
    ] as const) {
      const [r, n] = map.get(name) ?? [0, 0]
      map.set(name, [r + right, n + judged])
    }
  }
  known = { extractors, groups }
  compiled.set(precision, known)
  return known
}

/**
 * How sure a claim is, from 0 to 1 in hundredths: how often claims of its rule were judged right, drawn
 * toward the share of rules of its kind, that toward the share of its extractor, and that toward one half
 * (Laplace). `stated`, what the extractor says itself, where none of its claims were judged.
 */
export function confidenceOf(
  precision: RulePrecision | undefined,
  extractor: string,
  rule: string,
  stated: number,
): number {
  if (!precision) return stated
  const { extractors, groups } = measuredOf(precision)
  const all = extractors.get(extractor)
  if (!all) return stated
  const toward = (count: Count | undefined, expected: number): number =>
    ((count?.[0] ?? 0) + weight * expected) / ((count?.[1] ?? 0) + weight)
  const general = (all[0] + 1) / (all[1] + 2)
  const kind = toward(groups.get(groupOf(extractor, rule)), general)
  const own = Object.hasOwn(precision, `${extractor}\t${rule}`)
    ? precision[`${extractor}\t${rule}`]
    : undefined
  return Math.round(100 * toward(own, kind)) / 100
}
