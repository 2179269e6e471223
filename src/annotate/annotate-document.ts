import type { Annotator, Document, Schema } from '../model/index.ts'
import { annotateZones, readableSpans } from './annotate-zones.ts'
import type { AnnotatedDocument, QuotedSpan, TokenMention } from './annotated-document.ts'
import { compileHeadTypes, type HeadTypes } from './head-types.ts'
import { findMentions } from './mentions.ts'
import { nameBeside } from './name-beside.ts'
import { findQuotations } from './quotations.ts'
import { repairTrees } from './repair-trees.ts'
import { repeatedQuotations } from './repeated-quotations.ts'
import { quoteVerbs } from './speech-verbs.ts'
import { findTimes } from './times.ts'
import { buildTree } from './tree.ts'

const headTypes = new WeakMap<Schema, HeadTypes>()

function headTypesOf(schema: Schema): HeadTypes {
  let types = headTypes.get(schema)
  if (!types) {
    types = compileHeadTypes(schema)
    headTypes.set(schema, types)
  }
  return types
}

/** Adds every layer to a document: trees, names, mentions, times and quotations. */
export function annotateDocument(
  document: Document,
  annotator: Annotator,
  schema: Schema,
): AnnotatedDocument {
  const annotation = repairTrees(annotateZones(document, annotator), document.text)
  const tree = buildTree(document.text, annotation)
  const times = readableSpans(document).flatMap(({ start, end }) =>
    findTimes(document.text.slice(start, end), start, document.date),
  )
  const mentions = findMentions(tree, annotation, times, schema, headTypesOf(schema))
  const byToken: (TokenMention | undefined)[] = new Array(tree.tokens.length)
  for (const mention of mentions) {
    byToken[mention.token] ??= mention
    if (mention.kind === 'named' && mention.type !== 'Role')
      for (let i = mention.firstToken; i < mention.endToken; i++) byToken[i] = mention
  }
  // Whose a named thing is stays who it is: "His" of "His Second Quartet".
  for (const mention of mentions)
    if (tree.label(mention.token) === 'nmod:poss') byToken[mention.token] = mention
  const marked = findQuotations(tree, quoteVerbs)
  const found = [...marked, ...repeatedQuotations(tree, annotation.sentences, marked)].sort(
    (a, b) => a.start - b.start,
  )
  const quotedBy = new Int32Array(tree.tokens.length).fill(-1)
  found.forEach((quotation, index) => {
    quotedBy.fill(index, quotation.firstToken, quotation.endToken)
  })
  const personFrom = new Map(
    mentions.flatMap((m) => (m.type === 'Person' && m.kind === 'named' ? [[m.firstToken, m]] : [])),
  )
  // "Port Director Olga Brandt said": whichever of the words the parser makes the head, it is she.
  const holderAt = new Map<number, TokenMention>()
  for (const role of mentions) {
    const holder = role.type === 'Role' && role.kind === 'named' ? personFrom.get(role.endToken) : undefined
    if (holder) for (let i = role.firstToken; i < role.endToken; i++) holderAt.set(i, holder)
  }
  const referentAt = (token: number): TokenMention | undefined => {
    const holder = holderAt.get(token)
    if (holder) return holder
    const mention = byToken[token]
    if (mention?.kind === 'nominal' && mention.type !== 'Role')
      return nameBeside(tree, mention, byToken) ?? mention
    if (mention?.type !== 'Role') return mention
    const beside = tree.children(mention.token, 'appos', 'flat').map((child) => byToken[child])
    // What stands outside a quotation is no apposition to a word in it.
    const named = beside.find((m) => m?.type === 'Person' && quotedBy[m.token] === quotedBy[token])
    return personFrom.get(mention.endToken) ?? named ?? mention
  }
  const quotations = found.map((quotation): QuotedSpan => {
    const speaker = quotation.speakerToken === undefined ? undefined : referentAt(quotation.speakerToken)
    return speaker ? { ...quotation, speaker: speaker.id } : quotation
  })
  return {
    document,
    annotation,
    sentences: annotation.sentences,
    names: annotation.names,
    tree,
    mentions,
    times,
    quotations,
    mentionAt: (token) => byToken[token],
    referentAt,
    quotationAt: (token) => quotations[quotedBy[token] ?? -1],
  }
}
