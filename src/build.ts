import { join } from 'node:path'
import { annotateDocument } from './annotate/annotate-document.ts'
import { assembleGraph } from './assemble.ts'
import { checkExtractors } from './extract/check-extractors.ts'
import { extractClaims } from './extract/extract-claims.ts'
import type { Extractor } from './extract/extractor.ts'
import { extractors as shippedExtractors } from './extract/extractors.ts'
import {
  FileError,
  loadDecisions,
  makeFolder,
  type RedthreadGraph,
  replaceFile,
  writeGraph,
} from './graph/index.ts'
import type {
  Annotator,
  Document,
  DocumentClaims,
  GraphAttributes,
  Problem,
  ResolutionRecord,
  Schema,
} from './model/index.ts'
import { type ReadOptions, readDocuments } from './read/index.ts'
import { loadAnnotator } from './read/load-annotator.ts'
import { loadRanker } from './read/load-ranker.ts'
import { loadSchema } from './schema/load-schema.ts'

/** What a build has done so far. */
export interface BuildProgress {
  /** Documents read, annotated and extracted. */
  readonly done: number
  /** Files that the inputs list, once they are known. */
  readonly total?: number
  /** Id of the document just done. */
  readonly document: string
}

/** What a build takes. */
export interface BuildOptions {
  /** Files, folders, `-` for standard input. */
  readonly inputs: readonly string[]
  /** The folder that takes graph.json, documents.jsonl, claims.jsonl, resolution.jsonl and problems.jsonl; nothing is written without it. */
  readonly out?: string
  /** Schema files of the user's own, read after the shipped ones. */
  readonly schemas?: readonly string[]
  /** Extractors of the user's own, run before the shipped ones. */
  readonly extractors?: readonly Extractor[]
  /** The language engine; the shipped one when absent. */
  readonly annotator?: Annotator
  /** The file with what people have decided; decisions.yaml of `out`, where there is one, unless given. */
  readonly decisions?: string
  /** Whether the rules of the schema compose relations: yes unless said otherwise. */
  readonly derived?: boolean
  /** How documents are read: text fields of tables, dates of files, limits. */
  readonly reading?: Omit<ReadOptions, 'exclude' | 'onListed'>
  readonly onProgress?: (progress: BuildProgress) => void
}

/** How far a build came: `unusable` when its settings are wrong, `empty` when there was nothing to read. */
export type BuildStatus = 'built' | 'unusable' | 'empty'

/** What a build gives back. */
export interface BuildResult {
  readonly status: BuildStatus
  /** Absent unless built. */
  readonly graph?: RedthreadGraph
  readonly documents: readonly Document[]
  readonly claims: readonly DocumentClaims[]
  readonly problems: readonly Problem[]
  readonly counts: Readonly<GraphAttributes['counts']>
}

const isError = (problem: Problem): boolean => problem.severity === 'error'

const nothing: Omit<BuildResult, 'status' | 'problems'> = {
  documents: [],
  claims: [],
  counts: { documents: 0, entities: 0, relations: 0, derived: 0, evidence: 0 },
}

/** What reads claims: checked before any text is read. */
export interface ExtractionSettings {
  readonly schema: Schema
  readonly extractors: readonly Extractor[]
  readonly annotator: Annotator
}

/** Settings from options, with what is wrong in them; with an error among the problems they must not be used. */
export function extractionSettings(options: Pick<BuildOptions, 'schemas' | 'extractors' | 'annotator'>): {
  readonly settings: ExtractionSettings
  readonly problems: readonly Problem[]
} {
  const { schema, problems } = loadSchema(options.schemas)
  const extractors = [...(options.extractors ?? []), ...shippedExtractors]
  const annotator = options.annotator ?? loadAnnotator()
  return {
    settings: { schema, extractors, annotator },
    problems: [...problems, ...checkExtractors(extractors, annotator, schema)],
  }
}

/** A document with the claims read from it, or what was wrong with one. */
export interface ExtractedDocument {
  readonly document?: Document
  readonly claims?: DocumentClaims
  readonly problems: readonly Problem[]
}

/** Reads documents and their claims, one at a time and in the order of readDocuments; nothing is kept. */
export async function* extractDocuments(
  inputs: readonly string[],
  { schema, extractors, annotator }: ExtractionSettings,
  options: ReadOptions = {},
): AsyncGenerator<ExtractedDocument> {
  for await (const { document, problems } of readDocuments(inputs, options)) {
    if (!document) {
      yield { problems }
      continue
    }
    const extraction = extractClaims(annotateDocument(document, annotator, schema), schema, extractors)
    yield { document, claims: extraction.claims, problems: [...problems, ...extraction.problems] }
  }
}

/**
 * Builds the graph of a set of inputs. What is wrong with one input is a problem and stops no other.
 * Throws a FileError when `out` cannot be written; an earlier graph there stays as it was until all is
 * read and resolved.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { settings, problems: extractionProblems } = extractionSettings(options)
  const { schema } = settings
  const { decisions, problems: decisionProblems } = loadDecisions({
    ...(options.decisions === undefined ? {} : { file: options.decisions }),
    ...(options.out === undefined ? {} : { out: options.out }),
  })
  const settingProblems = [...extractionProblems, ...decisionProblems]
  if (settingProblems.some(isError)) return { ...nothing, status: 'unusable', problems: settingProblems }

  const problems: Problem[] = [...settingProblems]
  const documents: Document[] = []
  const claims: DocumentClaims[] = []
  let total: number | undefined
  const exclude = options.out === undefined ? [] : [options.out]
  const reading = { ...options.reading, exclude, onListed: (files: number) => (total = files) }
  for await (const read of extractDocuments(options.inputs, settings, reading)) {
    problems.push(...read.problems)
    if (!read.document || !read.claims) continue
    const { document } = read
    documents.push(document)
    claims.push(read.claims)
    options.onProgress?.({
      done: documents.length,
      document: document.id,
      ...(total === undefined ? {} : { total }),
    })
  }
  if (documents.length === 0) return { ...nothing, status: 'empty', problems }

  const assembly = assembleGraph(claims, schema, {
    ranker: loadRanker(),
    decisions,
    settings: graphSettings(settings),
    ...(options.derived === undefined ? {} : { derived: options.derived }),
  })
  problems.push(...assembly.problems)
  const { graph, counts } = assembly
  const result: BuildResult = { status: 'built', graph, documents, claims, problems, counts }
  if (options.out !== undefined) writeBuild(options.out, result, graph, assembly.trace())
  return result
}

const graphSettings = ({ annotator, extractors }: ExtractionSettings): GraphAttributes['settings'] => ({
  annotator: `${annotator.name} ${annotator.version}`,
  extractors: extractors.map((e) => `${e.name} ${e.version}`).join(', '),
})

function* lines(rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`
}

/** Writes the files of a build, the graph last: it never speaks of texts that are not there yet. */
function writeBuild(
  out: string,
  { documents, claims, problems }: BuildResult,
  graph: RedthreadGraph,
  trace: Iterable<ResolutionRecord>,
): void {
  try {
    makeFolder(out)
  } catch (error) {
    throw error instanceof Error ? FileError.fromWriting(out, error) : error
  }
  replaceFile(join(out, 'documents.jsonl'), lines(documents))
  replaceFile(join(out, 'claims.jsonl'), lines(claims))
  replaceFile(join(out, 'resolution.jsonl'), lines(trace))
  replaceFile(join(out, 'problems.jsonl'), lines(problems))
  writeGraph(graph, out)
}
