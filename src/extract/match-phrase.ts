import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import type { Phrase, PhrasePart, Slot } from '../model/index.ts'
import { type ActiveClause, conjuncts, prepositionOf } from './clause.ts'

/** A phrase found in a text. */
export interface Match {
  /** The tokens that fill each slot. */
  readonly filled: Partial<Record<Slot, readonly number[]>>
  /** Tokens that express the relation beside the predicate. */
  readonly words: readonly number[]
  readonly negated: boolean
}

const negativeDeterminer = (tree: Tree, token: number): boolean =>
  tree.children(token, 'det', 'advmod').some((d) => /^(no|little)$/.test(tree.lower(d)))

/** Nouns that a noun governs by a preposition; its possessor stands for "of" too, and alone for "'s". */
export function governed(tree: Tree, noun: number, preposition: string): number[] {
  const nmods = tree.children(noun, 'nmod')
  return nmods.filter(
    (c) =>
      prepositionOf(tree, c) === preposition ||
      (tree.label(c) === 'nmod:poss' && (preposition === 'of' || preposition === "'s")),
  )
}

/** The same for the noun of a phrase: in "the sale of the boat by Ruth" the parser hangs Ruth on the boat. */
export function governedByNoun(tree: Tree, noun: number, preposition: string): number[] {
  const own = governed(tree, noun, preposition)
  if (own.length > 0 || preposition !== 'by') return own
  return tree.children(noun, 'nmod').flatMap((c) => governed(tree, c, preposition))
}

/** The same, and for an adjective what it governs: "guilty of fraud". */
export const governedBy = (tree: Tree, word: number, preposition: string): number[] => [
  ...governed(tree, word, preposition),
  ...tree.children(word, 'obl').filter((c) => prepositionOf(tree, c) === preposition),
]

const hasOfPhrase = (tree: Tree, noun: number): boolean =>
  tree.children(noun, 'nmod').some((c) => prepositionOf(tree, c) === 'of')

/** Fills the parts of a phrase from candidates; undefined when one is missing. */
export function fill(
  tree: Tree,
  parts: readonly PhrasePart[],
  candidates: (part: PhrasePart) => readonly number[],
  inherited: (preposition: string) => readonly number[] = () => [],
): Match | undefined {
  let filled: Match['filled'] = {}
  const words: number[] = []
  let negated = false
  for (const part of parts) {
    const { lemmas, slot } = part
    let found = candidates(part)
    if (part.absent) {
      if (found.length > 0) return undefined
      continue
    }
    if (lemmas) found = found.filter((t) => lemmas.includes(tree.lemma(t)) || lemmas.includes(tree.lower(t)))
    if (found.length === 0) {
      // Only who did it may stay unsaid.
      if (slot === 'any' && part.position === 'nsubj') continue
      return undefined
    }
    if (slot) {
      if (slot !== 'any') filled = { ...filled, [slot]: found }
      continue
    }
    const noun = found[0]!
    // "takes the place of": with a phrase of its own the noun is no longer a part of the verb.
    if (part.position === 'obj' && !part.parts?.length && hasOfPhrase(tree, noun)) return undefined
    words.push(noun)
    if (negativeDeterminer(tree, noun)) negated = !negated
    if (!part.parts || part.parts.length === 0) continue
    const inner = fill(
      tree,
      part.parts,
      // A phrase after the noun may be attached to the noun or, by the parser, to the verb.
      (p) => {
        const own = governedBy(tree, noun, p.position)
        return own.length > 0 ? own : inherited(p.position).filter((t) => t > noun)
      },
      inherited,
    )
    if (!inner) return undefined
    filled = { ...filled, ...inner.filled }
    words.push(...inner.words)
    if (inner.negated) negated = !negated
  }
  return { filled, words, negated }
}

/** "Dissolved by force": a bare noun behind "by" says how, not who. */
const isManner = (tree: Tree, token: number | undefined): boolean =>
  token !== undefined &&
  tree.xpos(token) === 'NN' &&
  tree.children(token, 'det', 'nmod', 'amod', 'compound', 'nummod').length === 0

const isPointer = ({ mentionAt }: AnnotatedDocument, token: number): boolean =>
  /^(named|pronoun)$/.test(mentionAt(token)?.kind ?? '')

/** The objects of a verb: the first, and the second or what the first becomes. */
function objectsOf(tree: Tree, clause: ActiveClause): Record<'obj' | 'second', readonly number[]> {
  const { predicate, passive, patients, objects } = clause
  const becomes = tree.children(predicate, 'xcomp').filter((c) => /^(NOUN|PROPN|ADJ)$/.test(tree.upos(c)))
  const nouns = becomes.filter((c) => tree.upos(c) !== 'ADJ')
  if (passive) return { obj: patients.slice(0, 1), second: [...patients.slice(1), ...nouns] }
  const receiver = objects.find((o) => tree.relation(o) === 'iobj') ?? objects[0]
  const others = objects.filter((o) => o !== receiver)
  if (receiver === undefined) return { obj: nouns, second: [] }
  if (others.length > 0 || nouns.length > 0) return { obj: [receiver], second: [...others, ...nouns] }
  return { obj: [receiver], second: [] }
}

/** Finds a verb phrase in a clause. */
export function matchVerb(
  document: AnnotatedDocument,
  clause: ActiveClause,
  phrase: Phrase,
): Match | undefined {
  const { tree } = document
  const { predicate, passive, patients } = clause
  const reciprocal = phrase.parts.some((p) => p.position === 'joined')
  const twoObjects = phrase.parts.some((p) => p.position === 'second')
  // "withdrew him from school": a phrase without an object is that of a verb without one.
  const takesObject = phrase.parts.some((p) => /^(obj|second)$/.test(p.position))
  const particle = phrase.parts.some((p) => clause.particles.includes(p.position))
  if (!takesObject && !particle && !passive && clause.objects.length > 0) return undefined
  // "came to Varn, named the boat": a participle with an object of its own is no passive.
  const bare = passive && tree.children(predicate, 'aux').length === 0
  if (bare && clause.objects.length > 0 && !twoObjects) return undefined
  if (reciprocal && clause.objects.length > 0) return undefined
  const objects = objectsOf(tree, clause)
  if (!twoObjects && !passive && objects.second.some((o) => tree.relation(o) === 'obj'))
    objects.obj = objects.obj.some((o) => tree.relation(o) === 'iobj') ? objects.second : []
  let agent = passive && isManner(tree, clause.agent) ? undefined : clause.agent
  // "was awarded the medal by the council": the parser hangs the council on the medal.
  if (passive && agent === undefined)
    agent = patients
      .slice(1)
      .flatMap((o) => governed(tree, o, 'by'))
      .at(-1)
  const together = passive ? patients[0] : agent
  const obliques = (preposition: string): number[] => {
    const own = clause.obliques.filter((o) => o.preposition === preposition).map((o) => o.head)
    if (own.length > 0) return own
    if (preposition === 'to') {
      const infinitives = clause.complements.filter((c) =>
        tree.children(c, 'mark').some((m) => tree.lower(m) === 'to'),
      )
      if (infinitives.length > 0) return infinitives
    }
    const after = patients.filter((p) => p > predicate)
    // "accused the head of the union": only a name or a pronoun has no of-phrase of its own.
    const free = (p: number): boolean => preposition !== 'of' || isPointer(document, p)
    return after.filter(free).flatMap((p) => governed(tree, p, preposition))
  }
  const candidates = ({ position, slot, lemmas, absent }: PhrasePart): readonly number[] => {
    // "caused the pier to fall": the parser may hang the infinitive on the pier.
    if (absent)
      return [...obliques(position), ...objects.obj.flatMap((o) => tree.children(o, 'acl', 'ccomp'))]
    switch (position) {
      case 'nsubj': {
        const subject = reciprocal ? together : agent
        return subject === undefined ? [] : [subject]
      }
      case 'joined':
        return together === undefined ? [] : conjuncts(tree, together).slice(1)
      case 'obj':
        // A word of the phrase may be an adjective that completes the verb: "plead guilty to".
        return slot ? objects.obj : [...objects.obj, ...tree.children(predicate, 'xcomp', 'obj')]
      case 'second':
        return slot ? objects.second : [...objects.second, ...tree.children(predicate, 'xcomp')]
      case 'particle': {
        const word = lemmas?.[0] ?? ''
        const token = tree.children(predicate).find((c) => tree.lower(c) === word)
        return clause.particles.includes(word) && token !== undefined ? [token] : []
      }
      default: {
        // "laid off 40 workers": the word may be a particle, and what follows its object.
        const found = obliques(position)
        return found.length > 0 || !clause.particles.includes(position) ? found : objects.obj
      }
    }
  }
  return fill(tree, phrase.parts, candidates, obliques)
}
