import { annotateZones } from './annotate/annotate-zones.ts'
import { annotateWords } from './extract/views/annotate-words.ts'
import { type ViewFormat, type ViewName, writeView } from './extract/views/write-view.ts'
import type { Problem } from './model/index.ts'
import { type ReadOptions, readDocuments } from './read/index.ts'
import { loadAnnotator } from './read/load-annotator.ts'

/** Which view is written, and how. */
export interface ViewOptions {
  readonly view: ViewName
  readonly format: ViewFormat
  /** Each line is a sentence whose words are parted by blanks, and is taken as it is. */
  readonly tokenized: boolean
}

/** The lines of one document, each with its line end, and what was wrong with it. */
export interface DocumentView {
  readonly lines?: Iterable<string>
  readonly problems: readonly Problem[]
}

/** Reads documents and writes a view of each; sentences are numbered from 1 through all of them. */
export async function* extractViews(
  inputs: readonly string[],
  { view, format, tokenized }: ViewOptions,
  options: ReadOptions = {},
): AsyncGenerator<DocumentView> {
  const engine = loadAnnotator()
  let number = 1
  for await (const { document, problems } of readDocuments(inputs, options)) {
    if (!document) {
      yield { problems }
      continue
    }
    const sentences = tokenized
      ? document.text.split('\n').flatMap((line) => {
          const words = line.split(/\s+/).filter((word) => word !== '')
          return words.length > 0 ? [{ text: words.join(' '), annotation: annotateWords(engine, words) }] : []
        })
      : [{ text: document.text, annotation: annotateZones(document, engine) }]
    const first = number
    for (const { annotation } of sentences) number += annotation.sentences.length
    yield { lines: linesOf(sentences, view, format, first), problems }
  }
}

function* linesOf(
  parts: readonly { readonly text: string; readonly annotation: Parameters<typeof writeView>[1] }[],
  view: ViewName,
  format: ViewFormat,
  first: number,
): Generator<string> {
  let number = first
  for (const { text, annotation } of parts) {
    for (const line of writeView(text, annotation, view, format, number)) yield `${line}\n`
    number += annotation.sentences.length
  }
}
