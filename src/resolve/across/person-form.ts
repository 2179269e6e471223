import { editDistance } from '../../schema/closest.ts'
import { nameKey } from '../name-form.ts'

const fold = (words: readonly string[]): string[] => words.map((word) => nameKey([word])).filter(Boolean)

/** Whether two first or middle names may be one: the same, or one the initial of the other, or one letter apart. */
function mayBeOne(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  return Math.min(a.length, b.length) >= 4 && editDistance(a, b) <= 1
}

const generation = /^(jr|sr|junior|senior|ii|iii|iv)$/

/**
 * What forbids that two names of one surname and more than one word are one person's: another first name,
 * another middle name in the same place, another generation. A first name may be the other's middle name
 * ("Anna Ruth Amsel", "Ruth Amsel").
 */
export function formsConflict(left: readonly string[], right: readonly string[]): string | undefined {
  const [a, b] = [fold(left), fold(right)]
  const [ends, others] = [a.filter((w) => generation.test(w)), b.filter((w) => generation.test(w))]
  if (ends.length > 0 && others.length > 0 && ends[0] !== others[0])
    return `${left.join(' ')} and ${right.join(' ')} are of two generations`
  const given = (words: readonly string[]): string[] => words.filter((w) => !generation.test(w)).slice(0, -1)
  const [first, second] = [given(a), given(b)]
  if (first.length === 0 || second.length === 0) return undefined
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  const differ = (): string => `different first names: ${left.join(' ')} and ${right.join(' ')}`
  if (short.length === long.length) return short.every((w, i) => mayBeOne(w, long[i]!)) ? undefined : differ()
  // Every given name of the shorter stands in the longer, in order.
  let at = 0
  for (const word of short) {
    while (at < long.length && !mayBeOne(word, long[at]!)) at++
    if (at === long.length) return differ()
    at++
  }
  return undefined
}
