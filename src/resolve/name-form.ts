const genericTails = new Set(
  'service force company corporation limited ltd inc plc group co llc gmbh ag'.split(' '),
)
const small = new Set('the of for and in on at a an de la le du von van der den'.split(' '))

/** A phrase without the article or demonstrative that opens it. */
export const withoutArticle = (text: string): string =>
  text.replace(/^(the|a|an|this|that|these|those)\s+/i, '')

/** A phrase without its article, and without what makes its number rough. */
export const withoutOpening = (text: string): string =>
  text.replace(/^(the|a|an|this|that|these|those|some|almost|about|nearly|around)\s+/i, '')

/** Words of plain letters and digits with one blank between them: most names, and those that need no mending. */
const plain = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

/** The words of a name: without a leading article, titles, possessive ending and quotation marks. */
export function nameWords(text: string, titles: readonly string[] = []): string[] {
  const words = plain.test(text)
    ? text.split(' ')
    : text
        .normalize('NFKC')
        .replace(/[’']s?$/u, '')
        .replace(/[‘’“”"()]/gu, '')
        .split(/[\s\u00a0]+/u)
        .filter(Boolean)
  while (
    words.length > 1 &&
    (/^(the|a|an)$/i.test(words[0]!) || titles.includes(words[0]!.replace(/\.$/, '')))
  )
    words.shift()
  return words
}

/** The words of a mention as a name to show: without article and possessive ending, on one line. */
export const plainName = (text: string): string =>
  withoutArticle(text)
    .replace(/[’']s?$/u, '')
    .replace(/[^\S ]\s*| \s+/g, ' ')

/**
 * The name to show of those that are used so often each: the one used most of those of more than one word, else the
 * one used most; of equal ones the shorter, then the first by code units. Empty where there is none.
 */
export function bestName(counts: ReadonlyMap<string, number>): string {
  if (counts.size === 1) for (const name of counts.keys()) return name
  const words = (text: string): number => Math.min(2, text.split(' ').length)
  const [best] = [...counts].sort(
    (a, b) => words(b[0]) - words(a[0]) || b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1),
  )
  return best?.[0] ?? ''
}

/** The form under which two spellings of one name are the same. */
export function nameKey(words: readonly string[]): string {
  const text = words.join(' ')
  // Most names are plain letters, and decomposing is what costs.
  if (plain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The form under which decisions compare names: without article, case, accents and punctuation. */
export const foldName = (text: string): string =>
  nameKey([text.replace(/^(the|a|an)\s+/i, '').replace(/[’']s?$/u, '')]) || text.trim()

/** Whether a short form abbreviates a longer word from its start: "Met" of "Metropolitan", not "Gen." of "Geneva". */
export function abbreviates(short: string, long: string): boolean {
  return (
    long.startsWith(short) &&
    /^\p{Lu}\p{L}{2,}$/u.test(short) &&
    /^\p{Ll}{2,}$/u.test(long.slice(short.length))
  )
}

/** A name without the generic word it ends in: "Metropolitan Police" of "Metropolitan Police Service". */
export function withoutGenericTail(words: readonly string[]): readonly string[] {
  let end = words.length
  while (end > 1 && genericTails.has(words[end - 1]!.toLowerCase())) end--
  return words.slice(0, end)
}

/** The capital letters that the words of a name begin with, in order. */
export function initials(text: string): string {
  return text
    .split(/[\s-]+/)
    .map((word) => (/^[A-Za-z]/.test(word) ? word : word.replace(/^[^\p{L}]+/u, ''))[0] ?? '')
    .filter((letter) => letter !== letter.toLowerCase())
    .join('')
}

/** The letters of a name that is an acronym, without full stops and plural ending: "M.H.B.", "MHBs". */
export function acronymOf(words: readonly string[]): string | undefined {
  const [word] = words
  return words.length === 1 && /^[A-Z][A-Z.]{1,6}s?$/.test(word!) ? word!.replace(/[.s]/g, '') : undefined
}

/**
 * Whether a name is a short form of another of the same type: word by word the same or abbreviated ("Met
 * Police" of "Metropolitan Police"), where a generic ending may be missing ("Metropolitan Police Service").
 * One abbreviated word may stand for the whole ("the Met").
 */
export function isShortForm(short: readonly string[], long: readonly string[]): boolean {
  return mayShorten(short, withoutGenericTail(long)) && nameKey(short) !== nameKey(long)
}

/** Whether a name is the same as another without its generic ending, or a short form of it. */
export function mayShorten(short: readonly string[], core: readonly string[]): boolean {
  const trimmed =
    short.length > 1 && genericTails.has(short.at(-1)!.toLowerCase()) ? short.slice(0, -1) : short
  if (trimmed.length === 1) {
    if (core.length === 1) return trimmed[0] === core[0] || nameKey(trimmed) === nameKey(core)
    return core.length > 1 && abbreviates(trimmed[0]!, core[0]!)
  }
  return (
    trimmed.length === core.length &&
    trimmed.every((word, i) => word === core[i] || abbreviates(word, core[i]!))
  )
}

/** Word stems of a description, small words apart: five letters tell "Metropolis" and "Metropolitan". */
export function stems(text: string): string[] {
  return nameKey(nameWords(text))
    .split(' ')
    .filter((word) => word && !small.has(word))
    .map((word) => (word.length > 8 ? word.slice(0, 8) : word.replace(/s$/, '')))
    .sort()
}

/** A readable part of a node key: small letters, digits and hyphens of any script. */
export function slug(text: string): string {
  if (text.length <= 60 && plain.test(text)) return text.toLowerCase().replaceAll(' ', '-')
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'unnamed'
  )
}
