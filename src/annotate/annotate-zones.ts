import type {
  Annotation,
  Annotator,
  Document,
  NameSpan,
  Sentence,
  Span,
  Token,
  ZoneKind,
} from '../model/index.ts'
import { annotateAroundAsides } from './annotate-around-asides.ts'

const readKinds: ReadonlySet<ZoneKind> = new Set(['title', 'caption'])

/** The stretches of a document that are read: outside zones, and each readable zone by itself. */
export function readableSpans(document: Document): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const zone of document.zones) {
    if (zone.start > from) spans.push({ start: from, end: zone.start })
    if (readKinds.has(zone.kind)) spans.push({ start: zone.start, end: zone.end })
    from = Math.max(from, zone.end)
  }
  if (from < document.text.length) spans.push({ start: from, end: document.text.length })
  return spans
}

/** Annotates what is read of a document, stretch by stretch, so that no sentence crosses a zone. */
export function annotateZones(document: Document, annotator: Annotator): Annotation {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const names: NameSpan[] = []
  for (const { start, end } of readableSpans(document)) {
    const part = annotateAroundAsides(document.text.slice(start, end), annotator)
    const first = tokens.length
    for (const token of part.tokens) {
      const moved = { ...token, start: token.start + start, end: token.end + start }
      tokens.push(token.head === undefined || token.head < 0 ? moved : { ...moved, head: token.head + first })
    }
    for (const sentence of part.sentences)
      sentences.push({
        start: sentence.start + start,
        end: sentence.end + start,
        firstToken: sentence.firstToken + first,
        endToken: sentence.endToken + first,
      })
    for (const name of part.names) names.push({ ...name, start: name.start + start, end: name.end + start })
  }
  return { tokens, sentences, names }
}
