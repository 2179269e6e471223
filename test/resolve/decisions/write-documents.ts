import type { Claim, Decision, DocumentClaims, Mention, PlacedDecision } from '../../../src/model/index.ts'

/** A mention of a made document; its words are found in the text after the mention before. */
export interface MadeMention {
  readonly words: string
  readonly type?: string
  readonly kind?: Mention['kind']
  readonly more?: Partial<Mention>
}

/** `subject relation object` by the numbers of mentions from 0; negative with `not` before the relation. */
export type MadeClaim = readonly [subject: number, relation: string, object: number, more?: Partial<Claim>]

/** The claims of a document, as extraction would give them for this text. */
export function writeDocument(
  id: string,
  text: string,
  said: readonly MadeMention[],
  claimed: readonly MadeClaim[] = [],
): DocumentClaims {
  let from = 0
  const mentions = said.map(({ words, type, kind = 'named', more }): Mention => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`"${words}" does not stand in the text after ${from}`)
    const end = start + words.length
    from = end
    const head = words.split(' ').at(-1)!
    let nth = 1
    for (let at = text.indexOf(words); at < start; at = text.indexOf(words, at + 1)) nth++
    return {
      id: `${start}-${end}`,
      start,
      end,
      kind,
      text: words,
      ...(nth === 1 ? {} : { nth }),
      ...(type === undefined ? {} : { type }),
      head: { start: end - head.length, end, text: head, lemma: head.toLowerCase() },
      number: 'singular',
      sentence: [...text.slice(0, start).matchAll(/\.\s/g)].length,
      ...more,
    }
  })
  const claims = claimed.map(([s, name, o, more], index): Claim => {
    const [subject, object] = [mentions[s]!, mentions[o]!]
    const negative = name.startsWith('not ')
    return {
      id: `${id}-${index}`,
      start: 0,
      end: text.length,
      quote: text,
      subject: subject.id,
      object: object.id,
      relation: name.replace('not ', ''),
      label: name.replace('not ', ''),
      open: false,
      subjectSpan: { start: subject.start, end: subject.end },
      relationSpan: { start: subject.end, end: object.start },
      objectSpan: { start: object.start, end: object.end },
      extractor: 'made',
      rule: 'made',
      confidence: 0.9,
      polarity: negative ? 'negative' : 'positive',
      modality: 'asserted',
      speakers: [],
      times: [],
      qualifiers: [],
      ...more,
    }
  })
  return { document: id, hash: id, mentions, claims, quotations: [], signatures: [] }
}

/** Decisions as if each stood on a line of its own. */
export const placed = (decisions: readonly Decision[]): PlacedDecision[] =>
  decisions.map((decision, index) => ({
    decision,
    number: index + 1,
    file: 'decisions.yaml',
    line: index + 2,
    column: 5,
  }))
