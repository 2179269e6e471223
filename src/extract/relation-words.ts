import type { Tree } from '../annotate/tree.ts'
import { irregularParticiples } from '../language/irregular-verbs.ts'

/** A word of a relation: its lemma, which makes the name, and how it is written, which makes the label. */
export interface RelationWord {
  readonly name: string
  readonly label: string
}

/** A word that names and shows itself: a preposition, "be". */
export const plainWord = (word: string): RelationWord => ({ name: word, label: word })

/** A noun or verb by its lemma. */
export const lemmaWord = (tree: Tree, token: number): RelationWord => ({
  name: tree.lemma(token),
  label: tree.lower(token),
})

/** The words of a verb with its particles; a passive is named after its participle: "be written". */
export function verbWords(tree: Tree, predicate: number, passive: boolean): RelationWord[] {
  const particles = tree
    .children(predicate, 'compound')
    .filter((c) => tree.label(c) === 'compound:prt')
    .map((c) => plainWord(tree.lower(c)))
  return passive
    ? [plainWord('be'), plainWord(tree.lower(predicate)), ...particles]
    : [lemmaWord(tree, predicate), ...particles]
}

/** The name of a relation in kebab-case. */
export const relationName = (words: readonly RelationWord[]): string =>
  words
    .map((word) => word.name)
    .join('-')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** What a relation is called where it is shown. */
export const relationLabel = (words: readonly RelationWord[]): string =>
  words.map((word) => word.label).join(' ')

/** Participles of frequent verbs, and of those that have two the one to write. */
const participles: ReadonlyMap<string, string> = new Map([
  ...irregularParticiples,
  ...`begin begun|break broken|bring brought|build built|buy bought|catch caught|choose chosen
  |cut cut|do done|draw drawn|drive driven|eat eaten|find found|forgive forgiven
  |get got|give given|grow grown|have had|hear heard|hide hidden|hit hit|hold held|hurt hurt|keep kept|know known
  |lay laid|leave left|let let|lose lost|make made|mean meant|meet met|pay paid|plead pleaded|put put|read read
  |ride ridden|say said|see seen|sell sold|send sent|set set|shoot shot|show shown|shut shut
  |sing sung|speak spoken|spend spent|spread spread|strike struck
  |take taken|teach taught|tell told|think thought|throw thrown|understand understood|wear worn|win won
  |withdraw withdrawn|write written|overthrow overthrown|undertake undertaken|transfer transferred|refer referred
  |submit submitted|commit committed|permit permitted|ship shipped|drop dropped|stop stopped|plan planned|ban banned`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
])

/** The past participle of a verb. */
export function participleOf(lemma: string): string {
  const known = participles.get(lemma)
  if (known) return known
  if (lemma.endsWith('e')) return `${lemma}d`
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`
}
