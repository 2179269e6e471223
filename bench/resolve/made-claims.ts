import {
  type Claim,
  type DocumentClaims,
  hashText,
  type Mention,
  type PassageSignature,
} from '../../src/model/index.ts'
import { Random } from '../train/random.ts'
import type { MadeThing } from './made-world.ts'

const relations = 'met told joined left criticised praised visited sued funded led'.split(' ')
const nouns = 'report plan inquiry meeting officer ship harbour vote budget letter road bridge'.split(' ')
const fillers = 'yesterday again after all with some delay and without much further notice'.split(' ')
const sentences = 25
const wordsInSentence = 24

/**
 * The claims of one made document of 600 words: some 170 mentions and 45 claims about a dozen things that
 * stand near each other in the world. One document in ten copies five sentences of another.
 */
export function makeClaims(world: readonly MadeThing[], number: number, documents: number): DocumentClaims {
  const random = new Random(1_000_003 * (number + 1))
  const cast = castOf(world, number, documents, random)
  const mentions: Mention[] = []
  const claims: Claim[] = []
  const signatures: PassageSignature[] = []
  const document = `made/${String(number).padStart(6, '0')}.txt`
  let at = 0
  const seen = new Set<MadeThing>()
  for (let sentence = 0; sentence < sentences; sentence++) {
    const start = at
    const inSentence: Mention[] = []
    const verb = start + 60
    const add = (text: string, rest: Partial<Mention>): void => {
      const last = text.slice(text.lastIndexOf(' ') + 1)
      inSentence.push({
        id: `${at}-${at + text.length}`,
        start: at,
        end: at + text.length,
        text,
        kind: 'named',
        head: {
          start: at + text.length - last.length,
          end: at + text.length,
          text: last,
          lemma: last.toLowerCase(),
        },
        role: inSentence.length === 0 ? 'nsubj' : inSentence.length < 3 ? 'obj' : 'obl',
        governor: { start: verb, lemma: 'do' },
        number: 'singular',
        sentence,
        ...rest,
      })
      at += text.length + 1
    }
    for (let i = 0; i < 2; i++) {
      const thing = cast[Math.floor(random.next() ** 1.5 * cast.length)]!
      const name = seen.has(thing) ? thing.names.at(-1)! : thing.names[0]!
      seen.add(thing)
      add(name, { type: thing.type, ...(thing.gender ? { gender: thing.gender } : {}) })
    }
    const gender = (['feminine', 'masculine', 'neuter'] as const)[Math.floor(random.next() * 3)]!
    add({ feminine: 'she', masculine: 'he', neuter: 'it' }[gender], { kind: 'pronoun', gender })
    add(random.next() < 0.5 ? 'which' : 'I', { kind: 'pronoun' })
    // As in news: of three descriptions one has "the", and two of five others a possessor.
    const noun = (): string => nouns[Math.floor(random.next() * nouns.length)]!
    add(`the ${noun()}`, { kind: 'nominal', definite: true, determiner: 'definite' })
    if (random.next() < 0.4)
      add(`its ${noun()}`, { kind: 'nominal', definite: true, determiner: 'possessive' })
    else add(`a ${noun()}`, { kind: 'nominal', determiner: 'indefinite' })
    add(noun(), { kind: 'nominal' })
    const words = Array.from(
      { length: wordsInSentence - 12 },
      () => fillers[Math.floor(random.next() * fillers.length)]!,
    )
    at += words.join(' ').length + 1
    mentions.push(...inSentence)
    const quote = `${inSentence.map((m) => m.text).join(' ')} ${words.join(' ')}`
    for (const [subject, object] of [
      [inSentence[0]!, inSentence[1]!],
      [inSentence[2]!, inSentence[4]!],
    ] as const) {
      const relation = relations[Math.floor(random.next() * relations.length)]!
      claims.push({
        id: hashText(`${document} ${subject.id} ${object.id} ${relation}`),
        start,
        end: start + quote.length,
        quote,
        subject: subject.id,
        object: object.id,
        relation,
        label: relation,
        open: true,
        subjectSpan: { start: subject.start, end: subject.end },
        relationSpan: { start: verb, end: verb + 2 },
        objectSpan: { start: object.start, end: object.end },
        extractor: 'made',
        rule: 'verb',
        confidence: 0.8,
        polarity: 'positive',
        modality: 'asserted',
        speakers: [],
        times: [],
        qualifiers: [],
      })
    }
    // A copy has the sketch of the sentence it copies.
    const copied = number % 10 === 9 && sentence < 5
    const sketch = new Random((copied ? number - 9 : number) * 64 + sentence + 1)
    const hashes = (count: number): number[] =>
      Array.from({ length: count }, () => Math.floor(sketch.next() * 2 ** 32)).sort((a, b) => a - b)
    signatures.push({ start, end: at, shingles: hashes(12), words: hashes(10), names: [], numbers: [] })
  }
  const day = String(1 + (number % 28)).padStart(2, '0')
  return {
    document,
    hash: hashText(document),
    date: `2031-${String(1 + (number % 12)).padStart(2, '0')}-${day}`,
    mentions,
    claims,
    quotations: [],
    signatures,
  }
}

/** The things of a document: most from its own corner of the world, some that everybody knows. */
function castOf(world: readonly MadeThing[], number: number, documents: number, random: Random): MadeThing[] {
  const corner = Math.floor((number / documents) * world.length)
  return Array.from({ length: 12 }, (_, i) => {
    const index =
      i < 9 ? corner + Math.floor(random.next() * 40) : Math.floor(random.next() ** 3 * world.length)
    return world[index % world.length]!
  })
}
