import type { Span } from '../model/index.ts'

/**
 * What stands in the way of a parser inside a sentence: `marks` are quotation marks round a few words of a
 * clause ("has "no faith" in"), each mark a span; `bracket` a bracketed aside; `speech` one that says who says it
 * (", police said,"); `title` a quoted title, which stands for one name.
 */
export interface Aside extends Span {
  readonly kind: 'mark' | 'bracket' | 'speech' | 'title'
}

const reference = /\[(?:\d{1,3}|[a-z]|note \d+|citation needed|update|sic)\]/g
const bracket = /\((?:[^()\n]|\([^()\n]{0,60}\)){1,200}\)/g
const quoted = /“[^“”"\n]{2,120}”|"[^“”"\n]{2,120}"|‘[^‘’“”"\n]{2,120}’(?![\p{L}\p{N}])/gu

const speech =
  /,\s(?:it (?:is|was|has been) (?:said|claimed|alleged|reported|believed|thought|understood)|(?:(?!(?:who|which|that|when|where|what|and|but|or|as|if|because|while|whose)\s)[\p{L}\p{N}'’.-]+\s){1,5}(?:said|says|say|claimed|claims|claim|reported|reports|alleged|allege|argued|argues|insisted|insists|believe|believes))(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,(?=\s\p{Ll})/gu

/** Signs of the phonetic alphabet. */
const phonetic = /[ɐ-ʯˈˌː]|\/[^/\s]+\//
const lifeDates = /\b(?:born|died|b\.|d\.)\s|\b\d{4}\s*[–—-]\s*(?:\d|present|c)/
/** A clause in brackets that goes on with the noun before it is read in its place. */
const goesOn = /^\((?:which|who|whom|whose|where|when|that|as|and|or|but)\b/i
const leastWords = 4

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
const words = (text: string): string[] => text.match(/[\p{L}\p{N}’'&-]+/gu) ?? []

function isHeavy(text: string): boolean {
  if (goesOn.test(text)) return false
  return phonetic.test(text) || lifeDates.test(text) || words(text).length >= leastWords
}

/** Whether every word that is not a small one begins with a capital: "Songs of the Northern Quay". Figures are none. */
function isTitle(inner: string): boolean {
  const found = words(inner)
  if (found.length < leastWords || /[.,;:]$/.test(inner) || !/\p{L}/u.test(inner)) return false
  return found.every(
    (word, i) =>
      /^[\p{Lu}\p{N}]/u.test(word) ||
      (i > 0 && /^(?:a|an|and|as|at|by|de|for|from|in|of|on|or|the|to|with)$/.test(word)),
  )
}

/** Whether quoted words are part of the clause around them, and no speech that stands beside it. */
function isInsideClause(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end - 1)
  if (/^\s|[\s.,!?;:–—-]$/.test(inner)) return false
  const before = text.slice(Math.max(0, start - 2), start)
  return /[\p{L}\p{N}]\s$/u.test(before) && !isWord(text[end] ?? '') && !/[.!?]\s/.test(inner)
}

/** Spans in text order without those that overlap an earlier one. */
function apart(asides: Aside[]): Aside[] {
  const kept: Aside[] = []
  for (const aside of asides.sort((a, b) => a.start - b.start || b.end - a.end))
    if (aside.start >= (kept.at(-1)?.end ?? 0)) kept.push(aside)
  return kept
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length })

/** The asides of a text, in order and without overlap. */
export function findAsides(text: string): Aside[] {
  const whole: Aside[] = []
  for (const match of text.matchAll(reference)) whole.push({ ...spanOf(match), kind: 'bracket' })
  for (const match of text.matchAll(bracket))
    if (isHeavy(match[0])) whole.push({ ...spanOf(match), kind: 'bracket' })
  for (const match of text.matchAll(speech)) {
    // Behind a quotation it stands where such words always stand.
    const opens = /["”’'»]\s?$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    if (!opens) whole.push({ ...spanOf(match), kind: 'speech' })
  }
  const outer = apart(whole)
  const quotes: Aside[] = []
  let next = 0
  for (const match of text.matchAll(quoted)) {
    const { start, end } = spanOf(match)
    while (next < outer.length && outer[next]!.end <= start) next++
    if ((outer[next]?.start ?? end) < end || !isInsideClause(text, start, end)) continue
    if (isTitle(match[0].slice(1, -1))) quotes.push({ start, end, kind: 'title' })
    else quotes.push({ start, end: start + 1, kind: 'mark' }, { start: end - 1, end, kind: 'mark' })
  }
  return apart([...outer, ...quotes])
}

/** The text with its asides out of the parser's sight, every other sign where it was. A title becomes one word. */
export function withoutAsides(text: string, asides: readonly Aside[]): string {
  let masked = ''
  let from = 0
  for (const { start, end, kind } of asides) {
    masked += text.slice(from, start)
    masked +=
      kind === 'title'
        ? ` ${/\p{L}/u.exec(text.slice(start, end))![0].padEnd(end - start - 2, 'o')} `
        : ' '.repeat(end - start)
    from = end
  }
  return masked + text.slice(from)
}
