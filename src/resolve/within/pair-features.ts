import type { ChainView } from './chain-view.ts'
import type { Chains } from './chains.ts'
import type { Phrase } from './phrase.ts'

/** Takes the numbers of features, each a place in the table of weights. */
export type FeatureSink = (feature: number) => void

/** Gives its features to a sink: they are summed as they come, which makes no lists. */
export type FeatureSource = (sink: FeatureSink) => void

const values = 128
const templates = 48
const classes = 6
const buckets = 16384
/** How many weights a model has. */
export const featureCount: number = classes * templates * values + buckets

/** What kind of phrase refers back: each has weights of its own. */
function classOf({ pronoun, mention }: Phrase): number {
  if (pronoun) {
    if (pronoun.number === 'plural') return 2
    return pronoun.gender === 'neuter' ? 1 : 0
  }
  return mention?.determiner === 'definite' ? 3 : mention?.determiner === 'demonstrative' ? 4 : 5
}

/** The number of the first limit that holds a value, their count if none does. */
function bucket(value: number, ...limits: readonly number[]): number {
  const found = limits.findIndex((limit) => value <= limit)
  return found < 0 ? limits.length : found
}

function roleCode(role: string): number {
  if (/^[nc]subj/.test(role)) return 0
  if (/^i?obj/.test(role)) return 1
  if (role.startsWith('obl')) return 2
  if (role === 'nmod:poss') return 3
  if (role.startsWith('nmod')) return 4
  if (role === 'conj') return 5
  if (role === 'root') return 6
  return 7
}

const determiners = ['definite', 'demonstrative', 'possessive', 'indefinite']

/** Name, description by its determiner, pronoun, or coordination. */
function kindCode({ kind, mention }: Phrase): number {
  if (kind === 'name') return 0
  if (kind === 'pronoun') return 6
  if (kind === 'coordination') return 7
  const found = determiners.indexOf(mention?.determiner ?? '')
  return found < 0 ? 5 : found + 1
}

const types = 'Person Organization Group Place Facility Role Event Work Product Law'.split(' ')
const typeCode = (phrase: Phrase): number => types.indexOf(phrase.mention?.type ?? '') + 1

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/**
 * The features of a phrase standing for an earlier one, whose chain is `view`; `rank` counts the candidates
 * between them.
 */
export function pairFeatures(
  phrase: Phrase,
  other: Phrase,
  chains: Chains,
  view: ChainView,
  rank: number,
  sink: FeatureSink,
): void {
  const base = classOf(phrase) * templates
  const add = (template: number, value: number): void => sink((base + template) * values + value)
  const { before, animacy, numbers } = view
  const distance = bucket(phrase.sentence - other.sentence, 0, 1, 2, 3, 5, 10, 20)
  const role = roleCode(other.role)
  const kind = kindCode(other)
  const size = bucket(view.size, 1, 2, 3, 5, 10)
  const place = bucket(rank, 0, 1, 2, 3, 5, 8, 12)
  add(0, 0)
  add(1, distance)
  add(2, role)
  add(3, role * 8 + roleCode(phrase.role))
  add(4, distance * 8 + role)
  add(5, kind)
  add(6, distance * 8 + kind)
  add(7, numbers * 3 + (other.number === 'plural' ? 2 : other.number ? 1 : 0))
  const { genders } = chains.traits(other)
  const gender = phrase.gender ? (genders.has(phrase.gender) ? 2 : genders.size > 0 ? 1 : 0) : 3
  add(8, gender * 8 + animacy)
  add(9, animacy * 8 + kind)
  add(10, size * 8 + distance)
  add(11, place * 8 + role)
  add(12, place * 8 + distance)
  add(13, bucket(Math.abs(phrase.head - other.head), 15, 30, 50, 80, 120, 180, 260, 400, 800))
  add(14, phrase.quotation < 0 ? (other.quotation < 0 ? 0 : 1) : other.quotation === phrase.quotation ? 2 : 3)
  add(15, (before.at(-1) === other ? 1 : 0) + (view.sameWord ? 2 : 0))
  add(16, (view.named ? 1 : 0) + (before.at(-1)?.kind === 'pronoun' ? 2 : 0))
  add(17, (other.role === phrase.role ? 1 : 0) * 8 + distance)
  add(18, typeCode(other) * 8 + distance)
  add(19, bucket(other.end - other.start, 8, 16, 30, 60, 120) * 8 + kind)
  add(20, phrase.index < other.index ? 1 : 0)
  add(21, phrase.governor >= 0 && phrase.governor === other.governor ? 1 + role : 0)
  add(
    22,
    phrase.sentence === other.sentence && phrase.governor === other.head ? 1 + roleCode(phrase.role) : 0,
  )
  add(23, phrase.sentence === other.sentence && other.governor === phrase.head ? 1 + role : 0)
  if (phrase.pronoun) {
    add(
      24,
      (phrase.pronoun.possessive ? 1 : phrase.pronoun.reflexive ? 2 : 0) * 64 +
        role * 8 +
        Math.min(distance, 3),
    )
    add(25, Math.min(7, view.recent) * 8 + distance)
    return
  }
  const sameHead = view.sameWord ? 1 : 0
  const covered = view.covers ? 1 : 0
  const covers = other.words.every((word) => phrase.words.includes(word)) ? 1 : 0
  const inOther = phrase.words.every((word) => other.words.includes(word)) ? 1 : 0
  const likeness = sameHead + 2 * covered + 4 * covers + 8 * inOther
  add(26, likeness)
  add(27, likeness * 8 + distance)
  add(28, likeness * 8 + kind)
  add(29, likeness * 8 + size)
  const type = typeCode(phrase)
  add(30, sameHead * 64 + (type === typeCode(other) ? 32 : 0) + type)
  add(31, sameHead * 64 + (other.number === phrase.number ? 32 : 0) + typeCode(other))
  add(32, likeness * 8 + bucket(phrase.words.length, 1, 2, 3, 4))
  add(33, sameHead * 64 + place * 8 + role)
  add(34, sameHead * 16 + (phrase.animacy === other.animacy ? 1 : 0) * 8 + kind)
  add(35, (phrase.mention?.extent ? 1 : 0) * 16 + likeness)
  add(36, (other.mention?.extent ? 1 : 0) * 16 + likeness)
}

/** The features of a phrase that stands for nothing before it. */
export function newFeatures(
  phrase: Phrase,
  candidates: readonly Phrase[],
  chains: Chains,
  sink: FeatureSink,
): void {
  const base = classOf(phrase) * templates
  const add = (template: number, value: number): void => sink((base + template) * values + value)
  const role = roleCode(phrase.role)
  add(40, role)
  add(41, bucket(phrase.sentence, 0, 1, 3, 10))
  add(42, bucket(candidates.length, 0, 1, 3, 6, 10, 20))
  add(43, phrase.quotation < 0 ? 0 : 1)
  const text = phrase.mention?.text.toLowerCase() ?? ''
  const governor = phrase.mention?.governor
  if (governor) {
    add(39, (governor.clause ? 8 : 0) + role)
    sink(
      classes * templates * values +
        (hash(`${classOf(phrase)} ${governor.lemma} ${role} ${governor.clause === true}`) % buckets),
    )
  }
  sink(
    classes * templates * values +
      (hash(`${phrase.pronoun ? text : phrase.word} ${classOf(phrase)}`) % buckets),
  )
  if (phrase.pronoun) {
    sink(classes * templates * values + (hash(`${text} ${role}`) % buckets))
    return
  }
  const extended = phrase.mention?.extent ? 1 : 0
  const same = candidates.filter((c) => c.word === phrase.word)
  const exact = same.some(
    (c) => c.words.length === phrase.words.length && c.words.every((w) => phrase.words.includes(w)),
  )
  add(44, extended * 32 + (exact ? 16 : 0) + bucket(same.length, 0, 1, 2, 4))
  add(45, bucket(phrase.words.length, 1, 2, 3, 4) * 16 + typeCode(phrase))
  add(46, extended * 64 + bucket(phrase.end - phrase.start, 10, 20, 40, 80) * 8 + role)
  const sizes = Math.max(0, ...same.map((c) => chains.of(c).length))
  add(47, bucket(sizes, 0, 1, 2, 4))
}
