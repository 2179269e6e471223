import type { Claim, DocumentClaims, Mention, Quotation } from '../../../src/model/index.ts'

/** What a test says of a mention beside its words. */
export type Said = Partial<Omit<Mention, 'id' | 'start' | 'end' | 'text' | 'head'>> & {
  readonly words: string
}

/**
 * The claims of a document of which only the mentions are told: each is found in the text after the one
 * before, its last word is the head, and sentences end at full stops.
 */
export function writeMentions(
  text: string,
  said: readonly Said[],
  more: {
    readonly document?: string
    readonly date?: string
    readonly claims?: readonly Claim[]
    readonly quotations?: readonly Quotation[]
  } = {},
): DocumentClaims {
  let from = 0
  const mentions = said.map(({ words, ...details }): Mention => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`"${words}" does not stand in the text after ${from}`)
    const end = start + words.length
    from = end
    const last = words.split(' ').at(-1)!
    return {
      id: `${start}-${end}`,
      start,
      end,
      text: words,
      kind: 'named',
      head: { start: end - last.length, end, text: last, lemma: last.toLowerCase() },
      sentence: [...text.slice(0, start).matchAll(/\.\s/g)].length,
      ...details,
    }
  })
  return {
    document: more.document ?? 'a.txt',
    hash: '',
    ...(more.date === undefined ? {} : { date: more.date }),
    mentions,
    claims: more.claims ?? [],
    quotations: more.quotations ?? [],
    signatures: [],
  }
}
