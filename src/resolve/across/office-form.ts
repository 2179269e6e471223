import { nameKey } from '../name-form.ts'

/** The words of an office whatever their order, without small words and the generic endings of bodies. */
export const officeForm = (words: readonly string[]): string =>
  nameKey(words)
    .split(' ')
    .filter(
      (w, i) => !/^(the|of|for|and)$/.test(w) && !(i > 1 && /^(service|force|company|corporation)$/.test(w)),
    )
    .sort()
    .join(' ')

const alike = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= 5 && (a.startsWith(b.slice(0, 7)) || b.startsWith(a.slice(0, 7))))

/**
 * Whether two wordings may be of one office: each has a like stem for every stem of the other, at least two
 * of them ("Commissioner of Police of the Metropolis", "Metropolitan Police commissioner").
 */
export function sameStems(left: string, right: string): boolean {
  const [a, b] = [left.split(' '), right.split(' ')]
  return (
    a.length > 1 &&
    b.length > 1 &&
    a.every((x) => b.some((y) => alike(x, y))) &&
    b.every((x) => a.some((y) => alike(x, y)))
  )
}

/** A key that wordings of one office share: how their words begin. */
export const officeSign = (form: string): string =>
  [...new Set(form.split(' ').map((word) => word.slice(0, 5)))].sort().join(' ')
