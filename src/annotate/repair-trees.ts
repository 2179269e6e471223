import type { Annotation } from '../model/index.ts'
import { isCalendarWord } from './calendar-words.ts'
import { type EditableTree, editableTree } from './editable-tree.ts'
import { sayVerbs } from './speech-verbs.ts'

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

/** "which launches June 28": a date without a preposition is when, not what. */
const dateAsObject: Repair = (tree, token) => {
  if (tree.relation(token) !== 'obj' || tree.head(token) < 0) return
  const isDate =
    isCalendarWord(tree.form(token)) ||
    (tree.upos(token) === 'NUM' && tree.children(token).some((c) => isCalendarWord(tree.form(c))))
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

const contentNouns = words(
  `accusation allegation assertion belief claim complaint concern conclusion evidence fact fear finding hint hope idea
  indication news possibility report rumour rumor sign speculation statement story suggestion suspicion theory view
  warning`,
)

/** "investigating claims that": a clause that opens with "that" right behind a word that can govern it is that word's. */
const thatClause: Repair = (tree, token) => {
  if (tree.relation(token) !== 'mark' || tree.form(token).toLowerCase() !== 'that') return
  const clause = tree.head(token)
  const governor = token - 1
  if (clause < token || tree.head(clause) === governor || tree.reach(clause).first !== token) return
  if (!/^(advcl|acl|ccomp|parataxis)$/.test(tree.label(clause))) return
  const { first, last } = tree.reach(clause)
  if (governor < 0 || (governor >= first && governor <= last)) return
  if (
    tree.upos(governor) === 'VERB' &&
    (clauseTakers.has(tree.lemma(governor)) || sayVerbs.has(tree.lemma(governor)))
  )
    tree.attach(clause, governor, 'ccomp')
  else if (tree.upos(governor) === 'NOUN' && contentNouns.has(tree.lemma(governor)))
    tree.attach(clause, governor, 'acl')
}

/** "The report states that": a noun without a verb above or beside it, right before "that", is a verb of speech. */
const reportingVerb: Repair = (tree, token) => {
  if (tree.upos(token) !== 'NOUN' || !/s$/.test(tree.form(token)) || tree.head(token) >= 0) return
  if (!sayVerbs.has(tree.lemma(token)) && !clauseTakers.has(tree.lemma(token))) return
  if (tree.form(token + 1).toLowerCase() !== 'that' || tree.children(token, 'cop', 'nsubj', 'aux').length > 0)
    return
  const subject = tree.children(token, 'compound', 'nmod').find((c) => c === token - 1)
  const clause = tree.children(token, 'acl').find((c) => c > token)
  if (subject === undefined || clause === undefined) return
  asVerb(tree, token, subject)
  tree.attach(clause, token, 'ccomp')
  if (tree.head(token + 1) === clause) tree.attach(token + 1, clause, 'mark')
}

/** "..., the Echo reports.": at the end of a sentence, behind a comma, such a noun is one too. */
const closingVerb: Repair = (tree, token) => {
  if (tree.upos(token) !== 'NOUN' || tree.xpos(token) !== 'NNS' || tree.head(token) < 0) return
  if (!/^(report|claim|state|argue|say|note|allege|suggest)$/.test(tree.lemma(token))) return
  if (!/^[.!?]?$/.test(tree.form(token + 1)) || tree.head(token) > token) return
  const subject = tree.children(token, 'compound').find((c) => c === token - 1)
  if (subject === undefined || tree.form(tree.reach(token).first) !== ',') return
  let top = token
  for (let step = 0; step < 50 && tree.head(top) >= 0; step++) top = tree.head(top)
  if (tree.upos(top) !== 'VERB') return
  asVerb(tree, token, subject)
  tree.attach(token, top, 'parataxis')
}

/** Makes a verb of a noun, with the noun before it for its subject. */
function asVerb(tree: EditableTree, token: number, subject: number): void {
  for (const child of tree.children(token, 'det', 'amod', 'nmod', 'compound'))
    if (child < subject) tree.attach(child, subject, tree.label(child))
  tree.retag(token, { upos: 'VERB', xpos: 'VBZ' })
  tree.attach(subject, token, 'nsubj')
}

/** "he had slept": right before a participle "had" is its auxiliary. */
const perfect: Repair = (tree, token) => {
  if (tree.lemma(token) !== 'have' || tree.upos(token) !== 'VERB') return
  const verb = tree
    .children(token, 'xcomp')
    .find((c) => c === token + 1 || (c === token + 2 && tree.upos(token + 1) === 'ADV'))
  if (verb === undefined || !/^VB[ND]$/.test(tree.xpos(verb)) || tree.children(token, 'obj').length > 0)
    return
  tree.attach(verb, tree.head(token), tree.label(token))
  for (const child of tree.children(token)) tree.attach(child, verb, tree.label(child))
  tree.retag(verb, { xpos: 'VBN' })
  tree.retag(token, { upos: 'AUX' })
  tree.attach(token, verb, 'aux')
}

/** "backed calls for the firm to sell": a purpose right behind a noun that asks for it is what it asks for. */
const wishClause: Repair = (tree, token) => {
  if (!/^(mark|case)$/.test(tree.relation(token)) || tree.form(token).toLowerCase() !== 'for') return
  const noun = token - 1
  let clause = tree.head(token)
  if (tree.relation(token) === 'case') {
    // "a demand for the firm to pay": the firm hangs on the demand, and what it is to do beside it.
    const to = tree.reach(clause).last + 1
    if (tree.head(clause) !== noun || tree.form(to) !== 'to' || tree.relation(to) !== 'mark') return
    clause = tree.head(to)
  }
  if (clause < token || tree.head(clause) === noun || tree.label(clause) !== 'advcl') return
  if (
    /^(call|demand|appeal|plan|request|order|plea|need|offer|pressure)$/.test(tree.lemma(noun)) &&
    tree.upos(noun) === 'NOUN'
  )
    tree.attach(clause, noun, 'acl')
}

const repairs: readonly Repair[] = [
  perfect,
  reportingVerb,
  closingVerb,
  pastTense,
  participleAsPreposition,
  secondAsApposition,
  dateAsObject,
  headlineConjunct,
  listAsApposition,
  thatClause,
  wishClause,
]

/** Mends known mistakes of parsers, each at every token in text order. */
export function repairTrees(annotation: Annotation, text: string): Annotation {
  const tree = editableTree(text, annotation)
  for (const repair of repairs) for (let token = 0; token < tree.size; token++) repair(tree, token)
  return tree.annotation()
}
