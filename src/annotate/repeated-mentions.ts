import type { Document, Mention, Zone } from '../model/index.ts'

/** Words in a row that a mention may have to be looked for. */
const mostWords = 8
const word = /[\p{L}\p{N}][\p{L}\p{N}'’.&-]*/gu

/**
 * Mentions of what the story names in the zones that are not read but speak of it: names in credits, crossheads
 * and pull quotes, and in a pull quote that repeats the story all that it repeats. They carry no claim; they
 * show where else an entity stands. `mentions` are those of the story.
 */
export function repeatedMentions({ text, zones }: Document, mentions: readonly Mention[]): Mention[] {
  const known = new Map<string, Mention>()
  for (const mention of mentions) {
    const words = plain(mention.text)
    if (mention.kind === 'named') {
      if (known.get(words)?.kind !== 'named') known.set(words, mention)
    } else if (mention.kind === 'nominal' && words.includes(' ') && !known.has(words))
      known.set(words, mention)
  }
  return zones
    .filter(({ kind }) => kind === 'credit' || kind === 'crosshead' || kind === 'pull-quote')
    .flatMap((zone) => mentionsIn(text, zone, known))
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[’']s?$/u, '')

function mentionsIn(text: string, zone: Zone, known: ReadonlyMap<string, Mention>): Mention[] {
  const words = [...text.slice(zone.start, zone.end).matchAll(word)].map((match) => ({
    start: zone.start + match.index,
    end: zone.start + match.index + match[0].replace(/[.'’-]+$/, '').length,
  }))
  const repeats = zone.kind === 'pull-quote' && zone.rule === 'repeats-the-story'
  const found: Mention[] = []
  for (let first = 0; first < words.length; first++)
    for (let last = Math.min(first + mostWords, words.length) - 1; last >= first; last--) {
      const { start } = words[first]!
      const whole = text.slice(start, words[last]!.end)
      const name = plain(whole)
      const mention = known.get(name)
      if (!mention || (mention.kind === 'nominal' && !repeats)) continue
      const end = start + whole.replace(/[’']s?$/u, '').length
      found.push(repetition(mention, start, end, text.slice(start, end)))
      first = last
      break
    }
  return found
}

function repetition(
  { id, kind, type, number, gender, titles, head }: Mention,
  start: number,
  end: number,
  text: string,
): Mention {
  const at = text.lastIndexOf(head.text)
  const from = at < 0 ? start : start + at
  return {
    id: `${start}-${end}`,
    start,
    end,
    text,
    kind,
    head: { start: from, end: at < 0 ? end : from + head.text.length, text: head.text, lemma: head.lemma },
    sentence: -1,
    repeats: id,
    ...(type ? { type } : {}),
    ...(number ? { number } : {}),
    ...(gender ? { gender } : {}),
    ...(titles ? { titles } : {}),
  }
}
