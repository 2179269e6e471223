import type { AnnotatedDocument, TokenMention } from '../annotate/annotated-document.ts'
import { sayVerbs } from '../annotate/speech-verbs.ts'
import type { Tree } from '../annotate/tree.ts'
import type { ClauseWithSubject } from './clause.ts'
import { isCircumstance } from './open-arguments.ts'
import { isNominal, isPassive, isVerb, prepositionOf } from './predicate.ts'
import type { Standing } from './standing.ts'
import { isTemporal } from './temporal-words.ts'
import { isReportVerb } from './verb-classes.ts'

/** Words that stand for a thing told of elsewhere, or for none. */
const vague = new Set(
  `all another any anybody anyone anything bit both each either everybody everyone everything fact few half kind less
  little lot majority many matter more most much neither nobody none nothing number one other others part same several
  some somebody someone something sort such that these thing this those total way what which who`
    .trim()
    .split(/\s+/),
)

const month = /^(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/

/** Whether a token is a word of time, "Dec." and "6th" with it. */
const isTime = (tree: Tree, token: number): boolean =>
  isTemporal(tree, token) ||
  month.test(tree.lower(token)) ||
  tree.children(token, 'compound', 'nmod', 'nummod').some((c) => c < token && month.test(tree.lower(c)))

/** Whether a mention stands for nothing that a reader could name: "one", "those", "some things", "a week". */
function isVague({ tree, mentionAt }: AnnotatedDocument, token: number): boolean {
  if (vague.has(tree.lemma(token)) && mentionAt(token)?.kind !== 'named')
    // "A number of officers" and "one of the boats" say of what.
    return !tree.children(token, 'nmod').some((c) => prepositionOf(tree, c) === 'of')
  const mention = mentionAt(token)
  if (isCircumstance(tree, token) && mention?.type === undefined) return !/ of /.test(mention?.text ?? '')
  return isTime(tree, token) && mentionAt(token)?.kind !== 'named'
}

/** Whether a mention is a piece of a longer name, compound or list: "Deputy" of "Deputy Mayor", "hands" of "hands-on". */
export function isTorn({ tree }: AnnotatedDocument, mention: TokenMention): boolean {
  const { start, end, firstToken, endToken, token, kind } = mention
  const { text } = tree
  if (
    /^[-–/][\p{L}\d]/u.test(text.slice(end, end + 2)) ||
    /\S[-–/]$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return true
  if (/[-–/,]$/.test(text.slice(start, end))) return true
  if (/^(CCONJ|ADP)$/.test(tree.upos(firstToken)) && kind === 'nominal') return true
  if (/^(ADV|CCONJ|ADP|DET)$/.test(tree.upos(endToken - 1)) && endToken - 1 !== token) return true
  // A clause that was taken for a phrase.
  for (let at = firstToken; at < endToken; at++)
    if (
      tree.upos(at) === 'VERB' &&
      /^(ccomp|xcomp|conj|advcl|parataxis|root)$/.test(tree.relation(at)) &&
      at !== token
    )
      return kind === 'nominal'
  // A rank alone ("Capt."), and a name that a date or an "of" has been cut from.
  if (
    kind === 'named' &&
    endToken - firstToken < 3 &&
    /^(\p{Lu}\p{L}{1,4}\. ?)+$/u.test(text.slice(start, end)) &&
    !/\p{Lu}\./u.test(text.slice(start, end))
  )
    return true
  if (kind === 'named' && mention.type !== 'Date' && isTime(tree, firstToken)) return true
  if (
    kind === 'named' &&
    mention.type === 'Organization' &&
    tree.lower(endToken) === 'of' &&
    !/ of /.test(mention.text)
  )
    return true
  if (kind === 'nominal' && firstToken > 0 && tree.tokens[firstToken - 1]!.end === start - 1) {
    const before = firstToken - 1
    if (/^(PROPN|NUM)$/.test(tree.upos(before)) && tree.head(before) === token) return true
  }
  // "Near Varnholm, two boats": the place is none of the boats.
  for (let at = firstToken; at < token; at++)
    if (kind === 'nominal' && tree.form(at) === ',' && tree.upos(at - 1) === 'PROPN') return true
  const next = endToken
  if (next >= tree.tokens.length || tree.sentence(next) !== tree.sentence(token)) return false
  if (kind === 'pronoun' || tree.tokens[next]!.start !== end + 1) return false
  if (isTime(tree, next)) return false
  // What follows without a break and is no phrase of its own belongs to the name.
  const joined = /^(compound|flat|amod|nummod)$/
  if (!/^(PROPN|NOUN|ADJ)$/.test(tree.upos(next))) return false
  const inside = (at: number): boolean => at >= firstToken && at < endToken
  return (
    (joined.test(tree.relation(next)) && (inside(tree.head(next)) || tree.head(next) === tree.head(token))) ||
    (joined.test(tree.relation(token)) && tree.head(token) >= endToken)
  )
}

/** Whether words that a noun needs for its meaning stand outside its mention: "the need to sail", "the fact that". */
function isCutShort({ tree }: AnnotatedDocument, mention: TokenMention): boolean {
  if (mention.kind !== 'nominal' || /^(possessive|demonstrative)$/.test(mention.determiner ?? ''))
    return false
  const { token, firstToken, endToken } = mention
  const isBare = mention.type === undefined && mention.determiner === undefined && mention.count === undefined
  return tree.children(token, 'acl', 'ccomp', 'nmod').some((child) => {
    if (child >= firstToken && child < endToken) return false
    if (tree.relation(child) === 'nmod') return child > token && prepositionOf(tree, child) === 'of'
    // "received practice requiring care": what the noun is stands in the participle.
    if (isBare && tree.xpos(child) === 'VBG' && child === endToken) return true
    return (
      tree.label(child) !== 'acl:relcl' &&
      tree.children(child, 'mark').some((m) => /^(to|that|whether|of|about)$/.test(tree.lower(m)))
    )
  })
}

/** Whether a token names a whole thing that something can be said of. */
export function isWhole(document: AnnotatedDocument, token: number): boolean {
  const mention = document.referentAt(token)
  if (!mention || isVague(document, mention.token)) return false
  // "the council's first ships": the council is none of them.
  const { firstToken, endToken, kind } = mention
  const isOwner =
    kind === 'named' && token >= endToken && /^(nmod|compound)$/.test(document.tree.relation(mention.token))
  if (isOwner && document.tree.head(mention.token) === token && firstToken < token) return false
  return !isTorn(document, mention) && !isCutShort(document, mention)
}

/** Whether a participle has been taken for the verb of a clause. */
function looksFinite(tree: Tree, predicate: number): boolean {
  if (tree.children(predicate, 'aux', 'cop', 'obj').length > 0) return false
  const head = tree.head(predicate)
  if (tree.xpos(predicate) === 'VBN')
    return tree.relation(predicate) !== 'conj' || tree.children(predicate, 'nsubj').length > 0
  if (tree.xpos(predicate) !== 'VBD' || tree.relation(predicate) !== 'ccomp' || head < 0) return false
  if (tree.children(predicate, 'mark').length > 0 || tree.upos(head) !== 'VERB') return false
  return !sayVerbs.has(tree.lemma(head)) && !isReportVerb(tree, head)
}

/** What a clause brings about, not whoever it is about. */
const results = /^(allow|bring|cause|create|enable|end|force|make|mark|prevent|raise|result)$/

/** Whether a bare verb joined to others shares their "will" or "did". */
function isToldBare(tree: Tree, predicate: number): boolean {
  for (let at = predicate; ; at = tree.head(at)) {
    if (tree.children(at, 'aux').some((a) => tree.xpos(a) === 'MD' || tree.lemma(a) === 'do')) return true
    if (tree.relation(at) !== 'conj' || tree.head(at) < 0)
      return tree.xpos(at) !== 'VB' && !hasInfinitive(tree, at)
  }
}

const hasInfinitive = (tree: Tree, verb: number): boolean =>
  tree.children(verb, 'xcomp', 'advcl', 'ccomp').length > 0 || tree.children(verb, 'cop').length > 0

/** Verbs that say nothing without an object. */
const empty = /^(bring|give|have|keep|make|put|set|take)$/

const isAddressed =
  /^(advise|ask|assure|convince|encourage|inform|invite|order|persuade|remind|tell|urge|warn)$/

const objectControl = new Set(
  `advise allow ask assist authorise authorize cause challenge command compel convince direct enable encourage expect
  forbid force get have help hear instruct invite lead leave let make observe order permit persuade press prompt push
  request require see send teach tell tempt train trust urge want warn watch`
    .trim()
    .split(/\s+/),
)

/**
 * Whether a subject that was looked for elsewhere in the sentence is the clause's: not where another noun stands
 * closer, where a finite verb must have lost its own, or where the verb above does not hand its object on.
 */
export function isOwned(document: AnnotatedDocument, clause: ClauseWithSubject): boolean {
  const { tree, mentionAt } = document
  const { predicate, subject, subjectSource, passive } = clause
  const type = mentionAt(subject)?.type ?? ''
  const acts =
    /^(Person|Organization|Group|Role|Product|Place)$/.test(type) ||
    /^(named|pronoun)$/.test(mentionAt(subject)?.kind ?? '')
  // Prepositions that look like verbs: "including at the quay".
  if (tree.lemma(predicate) === 'during') return false
  if (
    /^(include|regard|concern|follow|accord)$/.test(tree.lemma(predicate)) &&
    /^(VBG|IN)$/.test(tree.xpos(predicate)) &&
    tree.children(predicate, 'aux').length === 0
  )
    return false
  // What "continued to sail" or "made clear that" says stands in the verb that completes it.
  if (
    clause.complements.some((c) => !isNominal(tree, c)) &&
    !sayVerbs.has(tree.lemma(predicate)) &&
    !isAddressed.test(tree.lemma(predicate))
  )
    return false
  if (
    clause.kind === 'copula' &&
    tree
      .children(predicate, 'xcomp', 'ccomp', 'advcl')
      .some((c) => tree.children(c, 'mark').some((m) => tree.lower(m) === 'to'))
  )
    return false
  if (
    tree
      .children(predicate, 'advcl')
      .some((c) =>
        tree
          .children(c, 'mark')
          .some((m) => tree.lower(m) === 'to' && m > predicate && tree.xpos(c) === 'VBG'),
      )
  )
    return false
  if (
    empty.test(tree.lemma(predicate)) &&
    !passive &&
    clause.kind === 'verb' &&
    !clause.arguments.some((a) => /^(object|indirect|predicative)$/.test(a.role))
  )
    return false
  switch (subjectSource) {
    case 'own':
      // "boats seized off Varnholm" misread: a participle that passes for a verb.
      if (clause.kind === 'verb' && !passive && looksFinite(tree, predicate)) return false
      // "It is vital for all to help": nobody is said to.
      return !tree.children(predicate, 'mark').some((m) => /^(to|for)$/.test(tree.lower(m)))
    case 'matrix': {
      let top = predicate
      while (tree.relation(top) === 'conj' && tree.head(top) >= 0) top = tree.head(top)
      if (tree.children(top, 'mark').length > 0) return false
      if (tree.children(predicate, 'aux').some((a) => tree.xpos(a) === 'MD')) return false
      const main = tree.head(top)
      if (tree.xpos(predicate) === 'VBG' && main >= 0) {
        // "The walls were rebuilt, keeping the sea out": it is the rebuilding that does.
        if (isPassive(tree, main)) return false
        if (predicate > main && results.test(tree.lemma(predicate))) return false
      }
      if (clause.kind === 'verb' && !/^VB[GN]$/.test(tree.xpos(predicate))) return false
      // "the valley bordering the sea": a participle right behind a noun belongs to it.
      const before = predicate - 1
      return before < 0 || tree.sentence(before) !== tree.sentence(predicate) || !isNominal(tree, before)
    }
    case 'conjunct':
      // "It is meant to help, warn and guide": no more than is meant.
      if (tree.xpos(predicate) === 'VB' && !isToldBare(tree, predicate)) return false
      // "tugs and heavily armed boats": an adjective.
      return !(
        /^VB[ND]$/.test(tree.xpos(predicate)) &&
        /ly$/.test(tree.lower(predicate - 1)) &&
        /^(NOUN|ADJ)$/.test(tree.upos(predicate + 1))
      )
    case 'participle':
      // A past tense that hangs on a noun has that noun for its subject.
      if (tree.xpos(predicate) === 'VBD' && tree.head(predicate) === predicate - 1) return true
      if (
        tree.form(predicate - 1) === ',' &&
        (!passive || !/^(nsubj|obj|root|appos|conj)/.test(tree.relation(subject)))
      )
        return false
      return (
        passive ||
        ((acts || type !== '' || mentionAt(subject)?.count !== undefined) &&
          !/^(use|include|involve|concern|regard|follow)$/.test(tree.lemma(predicate)))
      )
    case 'control': {
      const above = tree.head(predicate)
      if (tree.relation(predicate) !== 'xcomp' || !isVerb(tree, above)) return acts
      const handed = tree.children(above, 'obj', 'iobj').includes(subject)
      return handed ? acts && objectControl.has(tree.lemma(above)) : acts
    }
    case 'relative': {
      // Behind "the quarter of the town which", the clause may belong to either noun.
      const first = tree.children(predicate, 'nsubj')[0] ?? predicate
      if (tree.lower(first) === 'who' && /^(Place|Facility|Product|Event|Date)$/.test(type)) return false
      const near = first - 1 - (tree.form(first - 1) === ',' ? 1 : 0)
      const end = document.mentionAt(subject)?.endToken ?? subject + 1
      return near < end ? near >= subject || acts : acts && type !== 'Place'
    }
    default:
      return true
  }
}

/**
 * Whether it is known who says what is put forward as said: words in quotation marks that nobody is named for, or
 * whose speaker is read as "which" or as a rank, are nobody's.
 */
export function isAttributed(document: AnnotatedDocument, predicate: number, standing: Standing): boolean {
  const { tree, quotationAt, referentAt } = document
  for (const speaker of standing.speakers) {
    if (/^W/.test(tree.xpos(speaker)) || /^(it|this|that)$/.test(tree.lower(speaker))) return false
    const mention = referentAt(speaker)
    if (isTime(tree, speaker) || (mention && isTorn(document, mention))) return false
  }
  return standing.speakers.length > 0 || quotationAt(predicate) === undefined
}
