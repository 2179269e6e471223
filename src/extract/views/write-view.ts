import { buildTree, type Tree } from '../../annotate/tree.ts'
import type { Annotation } from '../../model/index.ts'
import type { Extraction } from './extraction.ts'
import { argumentTexts, relationText } from './format.ts'
import { maximalView } from './maximal.ts'
import { minimalView } from './minimal.ts'

/** Long arguments, all of them in one tuple; or one short triple for every fact. */
export type ViewName = 'maximal' | 'minimal'

/** `carb`: sentence, confidence, relation, arguments; `benchie`: number of the sentence, subject, relation, object. */
export type ViewFormat = 'carb' | 'benchie'

/** The view of the tokens from `first` to before `end`, which should be whole sentences. */
export const extractionsOf = (
  tree: Tree,
  view: ViewName,
  first = 0,
  end: number = tree.tokens.length,
): readonly Extraction[] => (view === 'maximal' ? maximalView : minimalView)(tree, first, end)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function line(
  tree: Tree,
  sentence: string,
  number: number,
  format: ViewFormat,
  extraction: Extraction,
): string {
  const relation = relationText(tree, extraction)
  const [subject = '', ...objects] = argumentTexts(tree, extraction)
  return format === 'carb'
    ? [sentence, '1', relation, subject, ...objects].join('\t')
    : [String(number), subject, relation, objects.join(' ')].join('\t')
}

/**
 * Writes a view of an annotated text as lines with tabs, without a newline at their ends. The words of a
 * slot are the tokens, parted by blanks. Sentences are numbered from `firstNumber`; for the format `carb`
 * each is given as it is written, on one line.
 */
export function* writeView(
  text: string,
  annotation: Annotation,
  view: ViewName,
  format: ViewFormat,
  firstNumber = 1,
): Generator<string> {
  const tree = buildTree(text, annotation)
  for (const [i, sentence] of annotation.sentences.entries()) {
    const written = oneLine(text.slice(sentence.start, sentence.end))
    for (const extraction of extractionsOf(tree, view, sentence.firstToken, sentence.endToken))
      yield line(tree, written, firstNumber + i, format, extraction)
  }
}
