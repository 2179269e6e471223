import { findAsides } from '../../annotate/asides.ts'
import { repairTrees } from '../../annotate/repair-trees.ts'
import type { Engine } from '../../language/engine.ts'
import type { Annotation, Token } from '../../model/index.ts'

/** Words that treebanks write for marks. */
const marks: ReadonlyMap<string, string> = new Map([
  ['-LRB-', '('],
  ['-RRB-', ')'],
  ['-LSB-', '['],
  ['-RSB-', ']'],
  ['-LCB-', '{'],
  ['-RCB-', '}'],
  ['``', '"'],
  ["''", '"'],
  ['`', "'"],
])

/** What is out of the parser's sight, as in running text: all quotation marks, and heavy brackets with what they hold. */
function asidesOf(written: readonly string[]): {
  readonly marks: Set<number>
  readonly brackets: number[][]
} {
  const starts: number[] = []
  let text = ''
  for (const word of written) {
    starts.push(text.length)
    text += `${word} `
  }
  const brackets = findAsides(text)
    .filter(({ kind }) => kind === 'bracket')
    .map(({ start, end }) => written.flatMap((_, i) => (starts[i]! >= start && starts[i]! < end ? [i] : [])))
  const inside = new Set(brackets.flat())
  const marks = new Set(written.flatMap((word, i) => (/^["“”]$/.test(word) && !inside.has(i) ? [i] : [])))
  return { marks, brackets }
}

/**
 * Annotates a sentence whose words are given. Offsets are those of the words joined by single blanks, starting at
 * `offset`; all words are one sentence. Words of treebanks are read as the marks that they stand for.
 */
export function annotateWords(
  engine: Pick<Engine, 'analyse'>,
  words: readonly string[],
  offset = 0,
): Annotation {
  const written = words.map((word) => marks.get(word) ?? word.replaceAll('\\/', '/'))
  const asides = asidesOf(written)
  const hidden = new Set([...asides.marks, ...asides.brackets.flat()])
  const all = words.map((_, i) => i)
  const main = all.filter((i) => !hidden.has(i))
  const parts = main.length > 0 ? [main, ...asides.brackets] : [all]
  const starts: number[] = []
  let at = offset
  for (const word of words) {
    starts.push(at)
    at += word.length + 1
  }
  const span = (i: number): { start: number; end: number } => ({
    start: starts[i]!,
    end: starts[i]! + words[i]!.length,
  })
  const tokens: Token[] = all.map((i) => ({
    ...span(i),
    lemma: words[i]!,
    upos: 'PUNCT',
    xpos: words[i] === '``' || words[i] === '“' ? '``' : "''",
    head: main.find((m) => m > i) ?? main.at(-1) ?? -1,
    deprel: 'punct',
  }))
  for (const [n, part] of parts.entries()) {
    const found = engine.analyse(part.map((i) => written[i]!))
    const above = n === 0 ? -1 : (main.findLast((m) => m < part[0]!) ?? main[0]!)
    part.forEach((i, k) => {
      const head = found.heads[k]!
      tokens[i] = {
        ...span(i),
        lemma: found.lemmas[k]!,
        upos: found.upos[k]!,
        xpos: found.xpos[k]!,
        head: head < 0 ? above : part[head]!,
        deprel: head < 0 && n > 0 ? (found.upos[k] === 'PUNCT' ? 'punct' : 'parataxis') : found.relations[k]!,
      }
    })
  }
  const sentences =
    words.length === 0 ? [] : [{ start: offset, end: at - 1, firstToken: 0, endToken: words.length }]
  return repairTrees({ tokens, sentences, names: [] }, `${' '.repeat(offset)}${words.join(' ')}`)
}
