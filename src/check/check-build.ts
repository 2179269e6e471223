import type { OpenedGraph, RedthreadGraph } from '../graph/index.ts'
import {
  type Document,
  type DocumentClaims,
  type Evidence,
  modalities,
  type Place,
  type Problem,
  type Span,
} from '../model/index.ts'

/** What a build left, as it stands on disk. */
export interface BuiltFolder extends Pick<OpenedGraph, 'graph'> {
  readonly documents: Iterable<Document>
  readonly claims: Iterable<DocumentClaims>
}

/** How many things of each kind were looked at. */
export interface Checked {
  readonly documents: number
  readonly claims: number
  readonly entities: number
  readonly relations: number
  readonly evidence: number
}

/** What was looked at and what was wrong. */
export interface BuildCheck {
  readonly checked: Checked
  readonly problems: readonly Problem[]
}

/**
 * Verifies every invariant of a build: all spans lie in their texts, every quote is the exact words of its place, every
 * piece of evidence is a claim of its document with the same words, edges and mentions agree with what they were made
 * from, and the counts are right. Claims are held one document at a time, texts all at once.
 */
export function checkBuild({ graph, documents, claims }: BuiltFolder): BuildCheck {
  const problems: Problem[] = []
  const wrong = (message: string, file?: string): void => {
    problems.push({
      severity: 'error',
      code: 'check-failed',
      message,
      hint: 'Build again: redthread build INPUT... -o OUT',
      ...(file === undefined ? {} : { file }),
    })
  }
  const texts = new Map<string, string>()
  for (const { id, text, zones } of documents) {
    if (texts.has(id)) wrong(`the document is there twice`, id)
    texts.set(id, text)
    for (const zone of zones)
      if (!lies(zone, text)) wrong(`the zone ${zone.kind} ${place(zone)} is not in the text`, id)
  }
  const evidenceOf = evidenceByClaim(graph)
  let claimCount = 0
  let claimDocuments = 0
  for (const document of claims) {
    claimDocuments++
    claimCount += document.claims.length
    checkClaims(document, texts.get(document.document), evidenceOf, wrong)
  }
  if (claimDocuments !== texts.size)
    wrong(`claims.jsonl has ${claimDocuments} documents and documents.jsonl ${texts.size}`)
  for (const [key, rows] of evidenceOf)
    for (const row of rows)
      if (!row.found) wrong(`evidence of ${row.edge} names the claim ${key}, which is not there`)
  const evidence = checkGraph(graph, texts, wrong)
  return {
    checked: {
      documents: texts.size,
      claims: claimCount,
      entities: graph.order,
      relations: graph.size,
      evidence,
    },
    problems,
  }
}

type Wrong = (message: string, file?: string) => void

interface EvidenceRow {
  readonly edge: string
  readonly row: Evidence
  found: boolean
}

const claimKey = (document: string, claim: string): string => `${document}\n${claim}`
const place = ({ start, end }: Span): string => `${start}-${end}`
const lies = ({ start, end }: Span, text: string): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length

function evidenceByClaim(graph: RedthreadGraph): Map<string, EvidenceRow[]> {
  const found = new Map<string, EvidenceRow[]>()
  graph.forEachEdge((edge, { evidence, derived }) => {
    if (derived) return
    for (const row of evidence) {
      const key = claimKey(row.document, row.claim)
      const rows = found.get(key)
      if (rows) rows.push({ edge, row, found: false })
      else found.set(key, [{ edge, row, found: false }])
    }
  })
  return found
}

function checkClaims(
  document: DocumentClaims,
  text: string | undefined,
  evidenceOf: ReadonlyMap<string, readonly EvidenceRow[]>,
  wrong: Wrong,
): void {
  const id = document.document
  if (text === undefined) {
    wrong('there are claims of it, but no text', id)
    return
  }
  const mentions = new Set<string>()
  for (const mention of document.mentions) {
    if (mentions.has(mention.id)) wrong(`the mention ${mention.id} is there twice`, id)
    mentions.add(mention.id)
    if (text.slice(mention.start, mention.end) !== mention.text)
      wrong(`the mention ${mention.id} is not the words at ${place(mention)}`, id)
  }
  for (const claim of [...document.claims, ...(document.implied ?? [])]) {
    if (text.slice(claim.start, claim.end) !== claim.quote)
      wrong(`the claim ${claim.id} does not quote the words at ${place(claim)}`, id)
    for (const span of [claim.subjectSpan, claim.relationSpan, claim.objectSpan])
      if (!lies(span, text))
        wrong(`the claim ${claim.id} has a part at ${place(span)}, which is not in the text`, id)
    for (const mention of [claim.subject, claim.object, ...claim.speakers])
      if (!mentions.has(mention))
        wrong(`the claim ${claim.id} names the mention ${mention}, which is not there`, id)
    for (const row of evidenceOf.get(claimKey(id, claim.id)) ?? []) {
      row.found = true
      if (
        row.row.quote !== claim.quote ||
        row.row.start !== claim.start ||
        row.row.modality !== claim.modality ||
        row.row.implied !== claim.implied
      )
        wrong(`evidence of ${row.edge} differs from its claim ${claim.id}`, id)
    }
  }
}

/** Checks nodes and edges; gives the number of pieces of evidence. */
function checkGraph(graph: RedthreadGraph, texts: ReadonlyMap<string, string>, wrong: Wrong): number {
  const inText = (at: Place, what: string): void => {
    const text = texts.get(at.document)
    if (text === undefined || !lies(at, text))
      wrong(`${what} lies at ${place(at)}, which is not in a text`, at.document)
  }
  graph.forEachNode((key, { mentions, said, x, y }) => {
    for (const mention of mentions) inText(mention, `a mention of ${key}`)
    for (const passage of said ?? []) inText(passage, `a passage that ${key} says`)
    if (!Number.isFinite(x) || !Number.isFinite(y)) wrong(`${key} has no place in the picture`)
  })
  let pieces = 0
  let derived = 0
  graph.forEachEdge((key, edge, source, target) => {
    if (edge.derived) derived++
    else pieces += edge.evidence.length
    if (source === target) wrong(`${key} leads from an entity to itself`)
    if (edge.evidence.length === 0) wrong(`${key} has no evidence`)
    for (const row of edge.evidence) {
      if (texts.get(row.document)?.slice(row.start, row.end) !== row.quote)
        wrong(`evidence of ${key} does not quote the words at ${place(row)}`, row.document)
      for (const part of [row.subject, row.relation, row.object])
        inText({ ...part, document: row.document }, `a part of evidence of ${key}`)
      for (const node of [...row.speakers, ...row.qualifiers.flatMap((q) => q.entity ?? [])])
        if (!graph.hasNode(node)) wrong(`evidence of ${key} names ${node}, which is not there`, row.document)
    }
    if (edge.derived) return
    if (edge.evidence.every((row) => row.implied))
      wrong(`${key} has only evidence that does not say who did it`)
    const strongest = modalities.findLast((m) => edge.evidence.some((row) => row.modality === m))
    if (edge.modality !== strongest)
      wrong(`${key} is given as ${edge.modality}, and its strongest evidence is ${strongest ?? 'missing'}`)
    const documents = new Set(edge.evidence.map((row) => row.document)).size
    if (edge.documents !== documents) wrong(`${key} counts ${edge.documents} documents and has ${documents}`)
    if (edge.origins < 1 || edge.origins > edge.evidence.length)
      wrong(`${key} counts ${edge.origins} origins over ${edge.evidence.length} pieces of evidence`)
  })
  const counts = graph.getAttribute('counts')
  const told = { entities: graph.order, relations: graph.size, derived, evidence: pieces }
  for (const [what, found] of Object.entries(told)) {
    const given = counts[what as keyof typeof told] ?? 0
    if (given !== found) wrong(`the graph counts ${given} ${what} and has ${found}`)
  }
  for (const { edges } of graph.getAttribute('contradictions'))
    for (const edge of edges)
      if (!graph.hasEdge(edge)) wrong(`a contradiction names ${edge}, which is not there`)
  return pieces
}
