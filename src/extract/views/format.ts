import type { Tree } from '../../annotate/tree.ts'
import type { Extraction } from './extraction.ts'

const words = (tree: Tree, tokens: readonly number[]): string => tokens.map((t) => tree.form(t)).join(' ')

/** The words of the relation, with the "is" that the text leaves out. */
export const relationText = (tree: Tree, { implied, relation }: Extraction): string =>
  [...(implied ? [implied] : []), ...(relation.length > 0 ? [words(tree, relation)] : [])].join(' ')

/** The arguments as written, the subject first. */
export const argumentTexts = (tree: Tree, { subject, objects }: Extraction): string[] =>
  [subject, ...objects].map((tokens) => words(tree, tokens))
