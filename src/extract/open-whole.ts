import type { AnnotatedDocument, TokenMention } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import { isCircumstance } from './open-arguments.ts'
import { prepositionOf } from './predicate.ts'
import type { Standing } from './standing.ts'
import { isTemporal } from './temporal-words.ts'

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
function isTorn({ tree }: AnnotatedDocument, mention: TokenMention): boolean {
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
