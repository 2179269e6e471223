import type { DocumentClaims, Mention, Schema } from '../../model/index.ts'
import { isA } from '../../schema/is-a.ts'
import { nameKey, nameWords } from '../name-form.ts'
import { type PronounForm, pronounForms } from './pronoun-forms.ts'

export type Gender = 'feminine' | 'masculine' | 'neuter'

/** A mention, or several joined by "and", with what decides what it may refer to. */
export interface Phrase {
  readonly index: number
  /** Absent for a coordination. */
  readonly mention?: Mention
  readonly kind: 'name' | 'nominal' | 'pronoun' | 'coordination'
  /** The whole phrase with all that modifies it. */
  readonly start: number
  readonly end: number
  /** Where the head word starts. */
  readonly head: number
  readonly sentence: number
  readonly role: string
  readonly governor: number
  readonly pronoun?: PronounForm
  readonly number?: 'singular' | 'plural'
  readonly gender?: Gender
  /** Somebody, something, or a body of people that may be "it" or "they". */
  readonly animacy?: 'person' | 'thing' | 'group'
  /** The head word in small letters. */
  readonly word: string
  /** For a name its words, folded; else the content words of the description. */
  readonly words: readonly string[]
  /** Index of the quotation around it, -1 outside. */
  readonly quotation: number
  /** An office written before the name of who holds it. */
  readonly title: boolean
  /** The members of a coordination. */
  readonly members?: readonly number[]
}

const small = new Set(
  `the a an this that these those of in on at to for and or 's ’s my your his her its our their some any all
  both each every s`.split(/\s+/),
)
const personNoun = /(er|or|ist|ian|ee|man|woman|men|women)s?$/
const notPerson =
  /^(number|water|paper|power|order|matter|letter|summer|winter|center|centre|computer|factor|error|october|november|december|september|river|chapter|offer|corner|disorder|other|latter|former|committee|layer|floor|door|color|colour|minor|labor|labour|major|behavior|behaviour|tower|answer|degree|trial|material|museum|border|harbour|harbor|weather|sector|character|parameter|cluster|shoulder|finger|flower|dinner|mirror|terror|favor|honor|odor|vapor|interior|exterior|career|cover|fever|manner|monster|newsletter|poster|register|rubber|server|shelter|silver|sister|theater|transfer|trigger|vector|virtue|coffee|fee|tree|knee|degree|guarantee|list|specialist)s?$/
const timeNoun =
  /^(year|month|week|day|today|yesterday|tomorrow|hour|minute|time|century|decade|morning|evening|night|afternoon)s?$/

/** Words of a description that tell it from others, in text order, in small letters. */
export function contentWords(text: string): string[] {
  return nameKey([text])
    .split(' ')
    .filter((word) => word && !small.has(word))
}

/** A phrase before it has its place in the list. */
type Draft = Omit<Phrase, 'index' | 'members'> & { readonly parts?: readonly Draft[] }

/** Tells whether a mention is of a person, a thing, or a body of people. */
function animacyOf(mention: Mention, schema: Schema): Phrase['animacy'] {
  const { type } = mention
  if (type !== undefined) {
    if (type === 'Person' || type === 'Role') return 'person'
    if (type === 'Group') return 'person'
    if (type === 'Organization') return 'group'
    if (type === 'Thing') return undefined
    return isA(schema, type, ['Agent']) ? undefined : 'thing'
  }
  if (mention.gender === 'feminine' || mention.gender === 'masculine') return 'person'
  if (mention.kind === 'named') return undefined
  const lemma = mention.head.lemma.toLowerCase()
  return personNoun.test(lemma) && !notPerson.test(lemma) ? 'person' : 'thing'
}

/** The phrases of a document in text order: mentions that are no values, and their coordinations. */
export function phrasesOf(document: DocumentClaims, schema: Schema): Phrase[] {
  const titleNames = [...schema.titles.keys()]
  const phrases: Draft[] = []
  const mentions = document.mentions.filter((m) => m.kind !== 'value' && m.sentence >= 0)
  const people = new Set(
    mentions.filter((m) => m.kind === 'named' && m.type === 'Person').map((m) => m.start),
  )
  let quotation = 0
  for (const mention of mentions) {
    const pronoun = mention.kind === 'pronoun' ? pronounOf(mention) : undefined
    if (mention.kind === 'pronoun' && (!pronoun || mention.role?.startsWith('expl'))) continue
    if (timeNoun.test(mention.head.lemma.toLowerCase())) continue
    while (document.quotations[quotation] && document.quotations[quotation]!.end <= mention.start) quotation++
    const within = document.quotations[quotation]
    const { start, end } = mention.extent ?? mention
    const animacy = pronoun ? pronounAnimacy(pronoun) : animacyOf(mention, schema)
    const gender = pronoun ? pronoun.gender : mention.gender
    const number = pronoun ? pronoun.number : mention.number
    phrases.push({
      mention,
      kind: pronoun ? 'pronoun' : mention.kind === 'named' ? 'name' : 'nominal',
      start,
      end,
      head: mention.head.start,
      sentence: mention.sentence,
      role: mention.role ?? '',
      governor: mention.governor?.start ?? -1,
      ...(pronoun ? { pronoun } : {}),
      ...(number ? { number } : {}),
      ...(gender ? { gender } : {}),
      ...(animacy ? { animacy } : {}),
      word: mention.head.text.toLowerCase(),
      words:
        mention.kind === 'named'
          ? nameWords(mention.text, titleNames)
              .map((w) => nameKey([w]))
              .filter(Boolean)
          : contentWords(mention.text),
      quotation: within && within.start <= mention.start && mention.end <= within.end ? quotation : -1,
      title:
        mention.type === 'Role' &&
        mention.kind === 'named' &&
        (people.has(mention.end + 1) || people.has(mention.end + 2)),
    })
  }
  const all = [...phrases, ...coordinations(phrases)].sort((a, b) => a.start - b.start || b.end - a.end)
  const position = new Map(all.map((phrase, index) => [phrase, index]))
  return all.map(({ parts, ...phrase }, index) => ({
    ...phrase,
    index,
    ...(parts ? { members: parts.map((part) => position.get(part)!) } : {}),
  }))
}

/** The form of a pronoun; "her" is a possessor or an object by its place. */
function pronounOf({ text, role }: Mention): PronounForm | undefined {
  const form = pronounForms.get(text.toLowerCase())
  return form?.possessive && role !== undefined && role !== 'nmod:poss'
    ? { ...form, possessive: false }
    : form
}

function pronounAnimacy({ person, gender }: PronounForm): Phrase['animacy'] {
  if (person < 3 || gender === 'feminine' || gender === 'masculine') return 'person'
  return gender === 'neuter' ? 'thing' : undefined
}

/** "The mayor and the council": a phrase of its own for "they". */
function coordinations(phrases: readonly Draft[]): Draft[] {
  const joined = new Map<number, Draft[]>()
  for (const phrase of phrases)
    if (phrase.role === 'conj' && phrase.governor >= 0)
      joined.set(phrase.governor, [...(joined.get(phrase.governor) ?? []), phrase])
  return phrases.flatMap((first) => {
    const others = joined.get(first.head)
    if (!others || first.title || first.role === 'conj') return []
    const parts = [first, ...others]
    const animacy = parts.every((p) => p.animacy === first.animacy) ? first.animacy : undefined
    return [
      {
        kind: 'coordination' as const,
        start: first.start,
        end: Math.max(...parts.map((p) => p.end)),
        head: first.head,
        sentence: first.sentence,
        role: first.role,
        governor: first.governor,
        number: 'plural' as const,
        ...(animacy ? { animacy } : {}),
        word: '',
        words: parts.flatMap((p) => p.words),
        quotation: first.quotation,
        title: false,
        parts,
      },
    ]
  })
}
