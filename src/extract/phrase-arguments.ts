import type { AnnotatedDocument, TokenMention } from '../annotate/annotated-document.ts'
import { givenNames } from '../annotate/given-names.ts'
import type { Tree } from '../annotate/tree.ts'
import type { Schema } from '../model/index.ts'
import { isA } from '../schema/is-a.ts'
import type { SubjectSource } from './clause.ts'
import type { ReadingArgument } from './extractor.ts'

const currencySign = /^\p{Sc}$/u
const currencyWord = /^(dollar|euro|pound|yen|franc|krone|krona|rupee|yuan|peso|cent)$/

/** A sum of money as a value in its own words: "£5 million", "three million euros". */
function money(tree: Tree, token: number): ReadingArgument | undefined {
  const sign = currencySign.test(tree.form(token).slice(-1))
  const numbers = tree.children(token, 'nummod')
  if (numbers.length === 0 || !(sign || currencyWord.test(tree.lemma(token)))) return undefined
  const parts = [token, ...numbers, ...numbers.flatMap((n) => tree.children(n, 'compound', 'nummod'))]
  const first = tree.tokens[Math.min(...parts)]!
  const last = tree.tokens[Math.max(...parts)]!
  return { value: { start: first.start, end: last.end }, type: 'Money' }
}

/** What an argument of a phrase refers to: a sum of money is a value, all else is what its token heads. */
export const argumentAt = (tree: Tree, token: number): ReadingArgument => money(tree, token) ?? { token }

/**
 * Whether a mention has been cut in the wrong place: it begins with "by" or "and", runs over the comma between
 * two phrases ("Ostlund, two boats"), or is nothing but abbreviations ("Brig. Gen.") or signs.
 */
export function isTorn(tree: Tree, { firstToken, token, text, type }: TokenMention): boolean {
  if (/^(ADP|CCONJ|PUNCT|SCONJ|PART)$/.test(tree.upos(firstToken))) return true
  if (!/[\p{L}\p{N}]/u.test(text) || (!type && /^(\p{L}{1,5}\.\s?)+$/u.test(text))) return true
  for (let i = firstToken + 1; i < token; i++)
    if (tree.form(i) === ',' && /^(NOUN|PROPN|NUM)$/.test(tree.upos(i - 1))) return true
  return false
}

/** Whether what passes for a person's name is only an office: "Special Envoy" of "Special Envoy Ruth Amsel". */
function isTitleAlone(
  schema: Schema,
  tree: Tree,
  { kind, type, firstToken, endToken }: TokenMention,
): boolean {
  if (kind !== 'named' || type !== 'Person' || endToken - firstToken < 2) return false
  if (givenNames.has(tree.lower(firstToken)) || schema.titles.has(tree.form(firstToken))) return false
  const last = tree.lower(endToken - 1)
  return ['Role', 'Group'].some((name) => schema.types.get(name)?.heads.includes(last))
}

/** Types that a place fits only by standing for those who act there. */
const actors = new Set(['Actor'])

const refersToNobody = /^(it|this|that|these|those|what|there|which|something|anything|everything|nothing)$/

/**
 * Whether a token may fill a place of a relation by what it is in the text. A thing described by a word of
 * which no type is known fits only where anything does: a misread phrase ends in such a word more often
 * than in one of a wrong type. What has a type that does not fit is left to resolution, which reports it.
 */
export function mayFill(
  { tree, referentAt }: AnnotatedDocument,
  schema: Schema,
  token: number,
  allowed: readonly string[],
  source: SubjectSource = 'own',
): boolean {
  if (allowed.length === 0) return true
  if (money(tree, token)) return isA(schema, 'Money', allowed)
  const mention = referentAt(token)
  if (!mention) return true
  if (isTorn(tree, mention) || isTitleAlone(schema, tree, mention)) return false
  // A clause after a noun hangs on the nearest one too often: "an attack in the old town, which killed two".
  if (/^(relative|participle)$/.test(source) && mention.type && isA(schema, mention.type, ['Place']))
    return allowed.some((type) => isA(schema, mention.type!, [type]) && !actors.has(type))
  // A building acts only by its name: "the White House".
  if (mention.kind === 'nominal' && mention.type && isA(schema, mention.type, ['Facility']))
    return allowed.some((type) => isA(schema, 'Facility', [type]) && !actors.has(type))
  if (mention.type) return true
  if (mention.kind === 'pronoun')
    return !(refersToNobody.test(tree.lower(token)) && allowed.every((type) => isA(schema, type, ['Person'])))
  if (mention.kind === 'named') return true
  return allowed.some((type) => isA(schema, 'Thing', [type]))
}
