import type { Annotation } from '../model/index.ts'
import { type EditableTree, editableTree } from './editable-tree.ts'

/** A known mistake of parsers: mends it at a token, where it is there. */
type Repair = (tree: EditableTree, token: number) => void

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const clauseTakers = words(
  'say think believe claim allege report state hope fear suspect assume know feel insist suggest argue guess reckon doubt wish',
)

const byPhrase = (tree: EditableTree, verb: number): boolean =>
  tree.children(verb).some((c) => tree.children(c, 'case').some((p) => tree.form(p).toLowerCase() === 'by'))

/**
 * A past tense taken for a participle. In "the union says the board appointed her" parsers hang "appointed" on
 * "board": below the object of a verb of speech or thought a past tense is that verb's clause, and the object its
 * subject. In "Nordkai Shipping sued the yard" they make the name the root: a participle with an object of its own
 * below a root without a verb is the verb of the sentence. A by-phrase makes a passive of either, which stays.
 */
const pastTense: Repair = (tree, token) => {
  const noun = tree.head(token)
  if (tree.label(token) !== 'acl' || tree.upos(token) !== 'VERB' || !/^VB[DN]$/.test(tree.xpos(token))) return
  if (noun < 0 || noun > token || byPhrase(tree, token)) return
  const verb = tree.head(noun)
  const asClause =
    verb >= 0 &&
    verb < noun &&
    tree.label(noun) === 'obj' &&
    tree.upos(verb) === 'VERB' &&
    clauseTakers.has(tree.lemma(verb))
  const asRoot =
    verb < 0 &&
    tree.children(token).some((c) => c > token && tree.label(c) === 'obj') &&
    tree.children(noun, 'cop', 'nsubj', 'expl').length === 0
  if (!asClause && !asRoot) return
  tree.retag(token, { xpos: 'VBD' })
  tree.attach(token, verb, asClause ? 'ccomp' : 'root')
  tree.attach(noun, token, 'nsubj')
  for (const child of tree.children(token))
    if (tree.label(child) === 'xcomp' && /^(NOUN|PROPN)$/.test(tree.upos(child)))
      tree.attach(child, token, 'obj')
  if (asRoot)
    for (const child of tree.children(noun)) if (child > token) tree.attach(child, token, tree.label(child))
}

const likePrepositions = words('following including regarding concerning excluding')

/** "left Varnholm following the storm": a participle that works as a preposition is one, with its object as its noun. */
const participleAsPreposition: Repair = (tree, token) => {
  const head = tree.head(token)
  if (!likePrepositions.has(tree.form(token).toLowerCase()) || head < 0 || head > token) return
  if (!/^(advcl|acl)$/.test(tree.label(token))) return
  const [noun] = tree.children(token, 'obj')
  const [subject] = tree.children(token, 'nsubj')
  if (noun === undefined || noun < token) return
  const [mark] = tree.children(token, 'mark')
  if (subject !== undefined && mark !== undefined && mark < subject) {
    // "in Varnholm following": the parser has made a clause of the phrase before.
    const place = mark - 1 > head ? mark - 1 : head
    tree.attach(subject, place, /^(NOUN|PROPN)$/.test(tree.upos(place)) ? 'nmod' : 'obl')
    tree.attach(mark, subject, 'case')
  } else if (subject !== undefined) return
  tree.attach(noun, head, tree.label(token) === 'acl' ? 'nmod' : 'obl')
  for (const child of tree.children(token)) tree.attach(child, child < token ? head : noun, tree.label(child))
  tree.attach(token, noun, 'case')
}

const isNoun = (tree: EditableTree, token: number): boolean => /^(NOUN|PROPN|NUM)$/.test(tree.upos(token))

/** Whether a phrase begins right behind a comma after another. */
function followsAfterComma(tree: EditableTree, first: number, second: number): boolean {
  const start = tree.reach(second).first
  const before = tree.form(start) === ',' ? start : start - 1
  return tree.form(before) === ',' && before > first && tree.reach(first).last <= before
}

/** "wrote his best piece, the Varnholm Quartet": a second object or subject behind a comma describes the first. */
const secondAsApposition: Repair = (tree, token) => {
  if (tree.upos(token) !== 'VERB') return
  const objects = tree.children(token, 'obj', 'xcomp').filter((c) => c > token && isNoun(tree, c))
  const subjects = tree.children(token, 'nsubj').filter((c) => c < token && isNoun(tree, c))
  for (const [first, second] of [objects, subjects] as const)
    if (first !== undefined && second !== undefined && followsAfterComma(tree, first, second)) {
      if (tree.children(second, 'conj', 'cc').length > 0) continue
      tree.attach(second, first, 'appos')
    }
}

const month =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/

/** "which launches June 28": a date without a preposition is when, not what. */
const dateAsObject: Repair = (tree, token) => {
  if (tree.relation(token) !== 'obj' || tree.head(token) < 0) return
  const isDate =
    month.test(tree.form(token)) ||
    (tree.upos(token) === 'NUM' && tree.children(token).some((c) => month.test(tree.form(c))))
  if (isDate) tree.attach(token, tree.head(token), 'obl:unmarked')
}

/** "Board meets in May; names director": a verb without a subject behind a semicolon shares the first one's. */
const headlineConjunct: Repair = (tree, token) => {
  const head = tree.head(token)
  if (tree.label(token) !== 'parataxis' || head < 0 || head > token) return
  if (tree.upos(token) !== 'VERB' || tree.upos(head) !== 'VERB' || tree.xpos(token) !== tree.xpos(head))
    return
  if (tree.children(token, 'nsubj', 'expl').length > 0) return
  const before = tree.form(tree.reach(token).first)
  if (before === ';' || tree.form(token - 1) === ';') tree.attach(token, head, 'conj')
}

/** "the Varnholm Museum, the Nordkai district and the State of Ostland": a name is not two things, so this is a list. */
const listAsApposition: Repair = (tree, token) => {
  const head = tree.head(token)
  if (tree.relation(token) !== 'appos' || head < 0 || tree.upos(head) !== 'PROPN') return
  const joined = tree.children(token, 'conj')
  const isDefinite = (t: number): boolean =>
    tree.upos(t) === 'PROPN' ||
    (tree.children(t, 'det').some((d) => /^the$/i.test(tree.form(d))) &&
      tree.children(t, 'compound', 'nmod').some((c) => tree.upos(c) === 'PROPN'))
  if (joined.length === 0 || !isDefinite(token) || !joined.every(isDefinite)) return
  tree.attach(token, head, 'conj')
  for (const other of joined) tree.attach(other, head, 'conj')
}

const repairs: readonly Repair[] = [
  pastTense,
  participleAsPreposition,
  secondAsApposition,
  dateAsObject,
  headlineConjunct,
  listAsApposition,
]

/** Mends known mistakes of parsers, each at every token in text order. */
export function repairTrees(annotation: Annotation, text: string): Annotation {
  const tree = editableTree(text, annotation)
  for (const repair of repairs) for (let token = 0; token < tree.size; token++) repair(tree, token)
  return tree.annotation()
}
