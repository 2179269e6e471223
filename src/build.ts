import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { resolveAndRelease } from './assemble.ts'
import { type EarlierBuilds, openEarlierBuilds, readingName } from './build/earlier-builds.ts'
import { extractDocument } from './build/extract-document.ts'
import { callingThread, type ExtractionPool, startPool } from './build/extraction-pool.ts'
import { fingerprint, readerHash } from './build/fingerprint.ts'
import { withLimitedGrowth } from './build/heap-growth.ts'
import { loadRulings, type Rulings, type RulingsOptions } from './build/load-rulings.ts'
import { type ReadClaims, readClaims } from './build/read-claims.ts'
import { resolvableName } from './build/resolvable-lines.ts'
import { type ExtractionSettings, extractionSettings, type SettingsOptions } from './build/settings.ts'
import {
  buildGraph,
  clearLeftovers,
  jsonLines,
  leftovers,
  type RedthreadGraph,
  type StagedFiles,
  serializeGraph,
  stageFiles,
  takeFolder,
} from './graph/index.ts'
import { type Document, type GraphAttributes, hasError, type Problem } from './model/index.ts'
import { type ReadOptions, readDocuments } from './read/index.ts'
import { loadAnnotator } from './read/load-annotator.ts'
import { loadRanker } from './read/load-ranker.ts'
import type { LinkedClaims, ResolvableClaims } from './resolve/resolvable-claims.ts'

/** What a build has done so far. */
export interface BuildProgress {
  /** Documents read, annotated and extracted. */
  readonly done: number
  /** Files that the inputs list, once they are known. */
  readonly total?: number
  /** Id of the document just done. */
  readonly document: string
}

/** What a build does after reading, in this order. */
export type BuildStage = 'reading' | 'resolving' | 'drawing' | 'writing'

/** What a build takes. */
export interface BuildOptions extends SettingsOptions, RulingsOptions {
  /** Files, folders, `-` for standard input. */
  readonly inputs: readonly string[]
  /** The folder that takes graph.json, documents.jsonl, claims.jsonl, resolution.jsonl and problems.jsonl; nothing is written without it. */
  readonly out?: string
  /** Whether the rules of the schema compose relations: yes unless said otherwise. */
  readonly derived?: boolean
  /** How documents are read: text fields of tables, dates of files, limits. */
  readonly reading?: Omit<ReadOptions, 'exclude' | 'onListed' | 'cache'>
  /**
   * Threads that read claims: as many as the machine has cores unless said otherwise. 0 reads in the calling thread,
   * where no document is given up for its time or memory; so do an annotator or extractors that are given as objects.
   */
  readonly jobs?: number
  /** Threads that another build has left running, for the same schemas and extractor files; they stay open. */
  readonly pool?: ExtractionPool
  /** Seconds that reading the claims of one document may take beside what its length explains: 60 unless said. */
  readonly documentSeconds?: number
  /** Works out the betweenness of each node, which takes a dozen seconds at 10,000 nodes. */
  readonly betweenness?: boolean
  /** Reads every document anew, also those whose claims an earlier build in `out` has. */
  readonly force?: boolean
  readonly onProgress?: (progress: BuildProgress) => void
  /** Called as each stage begins. */
  readonly onStage?: (stage: BuildStage) => void
}

/** How far a build came: `unusable` when its settings are wrong, `empty` when there was nothing to read. */
export type BuildStatus = 'built' | 'unusable' | 'empty'

/** What a build gives back. */
export interface BuildResult {
  readonly status: BuildStatus
  /** Absent unless built. */
  readonly graph?: RedthreadGraph
  readonly documents: readonly Document[]
  readonly problems: readonly Problem[]
  readonly counts: Readonly<GraphAttributes['counts']>
}

const nothing: Omit<BuildResult, 'status' | 'problems'> = {
  documents: [],
  counts: { documents: 0, entities: 0, relations: 0, derived: 0, evidence: 0 },
}

/**
 * Builds the graph of a set of inputs. What is wrong with one input is a problem and stops no other. Documents whose
 * claims an earlier build left in `out` are not read for claims again; the result is the same as without them.
 * Throws a FileError when `out` cannot be written or another build is writing to it; an earlier graph there stays as
 * it was until all of the new one can take its place.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { settings, problems: extractionProblems } = await extractionSettings(options)
  const { out } = options
  if (out === undefined) return buildInto(options, settings, extractionProblems)
  const lock = takeFolder(out)
  try {
    return await buildInto(options, settings, extractionProblems)
  } finally {
    lock.release()
  }
}

async function buildInto(
  options: BuildOptions,
  settings: ExtractionSettings,
  extractionProblems: readonly Problem[],
): Promise<BuildResult> {
  const { out } = options
  const { rulings, problems: rulingProblems } = loadRulings(options, settings.schema)
  const settingProblems = [...extractionProblems, ...rulingProblems]
  if (hasError(settingProblems)) return { ...nothing, status: 'unusable', problems: settingProblems }

  const left = out === undefined ? [] : leftovers(out)
  const files = out === undefined ? undefined : stageFiles(out)
  const earlier = options.force ? openEarlierBuilds(undefined, []) : openEarlierBuilds(out, left)
  try {
    const read = await readAll(options, settings, { ...(files && { files }), earlier })
    earlier.close()
    clearLeftovers(left)
    const problems = [...settingProblems, ...read.problems]
    if (read.documents.length === 0) {
      files?.discard()
      return { ...nothing, status: 'empty', problems }
    }
    return withLimitedGrowth(() => assemble(options, settings, rulings, { ...read, problems }, files))
  } catch (error) {
    files?.discard()
    throw error
  } finally {
    earlier.close()
  }
}

interface ReadParts {
  readonly documents: Document[]
  readonly claims: ResolvableClaims[]
  readonly problems: Problem[]
}

async function readAll(
  options: BuildOptions,
  settings: ExtractionSettings,
  { files, earlier }: { readonly files?: StagedFiles; readonly earlier: EarlierBuilds },
): Promise<ReadParts> {
  options.onStage?.('reading')
  const found: ReadParts = { documents: [], claims: [], problems: [] }
  const claimsFile = files?.begin('claims.jsonl')
  const resolvableFile = files?.begin(resolvableName)
  let total: number | undefined
  const exclude = options.out === undefined ? [] : [options.out]
  const drafts = files?.begin(readingName)
  const howToRead: ReadOptions = {
    ...options.reading,
    exclude,
    onListed: (files) => (total = files),
    ...(drafts && {
      cache: { reader: readerHash(), get: earlier.reading.get, put: (line) => drafts.write(line) },
    }),
  }
  const pool = options.pool ?? poolFor(options, settings)
  const { schema, engine: annotator, extractors } = settings
  const { extractorFiles = [] } = options
  try {
    const reads = readClaims(readDocuments(options.inputs, howToRead), {
      pool,
      settings: fingerprint({ schema, annotator, extractors, extractorFiles }),
      earlier,
    })
    for await (const { document, resolvable, lines, problems } of reads) {
      found.problems.push(...problems)
      if (!document || !resolvable || !lines) continue
      found.documents.push(document)
      found.claims.push(resolvable)
      if (claimsFile && resolvableFile) {
        const { claims, resolvable } = lines()
        claimsFile.write(claims)
        resolvableFile.write(resolvable)
      }
      options.onProgress?.({
        done: found.documents.length,
        document: document.id,
        ...(total === undefined ? {} : { total }),
      })
    }
  } finally {
    if (!options.pool) await pool.close()
  }
  return found
}

function poolFor(
  { jobs, schemas, extractorFiles, documentSeconds, ...options }: BuildOptions,
  settings: ExtractionSettings,
) {
  const objects = options.annotator !== undefined || (options.extractors?.length ?? 0) > 0
  if (jobs !== 0 && !objects)
    return startPool({
      jobs: jobs ?? availableParallelism(),
      schemas: schemas ?? [],
      extractorFiles: (extractorFiles ?? []).map((file) => resolve(file)),
      ...(documentSeconds === undefined ? {} : { seconds: documentSeconds }),
    })
  return callingThread(readerOf(settings))
}

function readerOf({
  schema,
  extractors,
  annotator,
}: ExtractionSettings): (document: Document) => LinkedClaims {
  const reader = { schema, extractors, annotator: annotator ?? loadAnnotator(), ranker: loadRanker() }
  return (document) => extractDocument(document, reader)
}

function assemble(
  options: BuildOptions,
  settings: ExtractionSettings,
  rulings: Rulings,
  { claims, documents, problems: readProblems }: ReadParts,
  files: StagedFiles | undefined,
): BuildResult {
  options.onStage?.('resolving')
  const { schema } = settings
  const { derived } = options
  const { problems: found, ...parts } = resolveAndRelease(
    claims,
    schema,
    { ...rulings, settings: graphSettings(settings), ...(derived === undefined ? {} : { derived }) },
    (trace) => files?.write('resolution.jsonl', jsonLines(trace)),
  )
  const problems = [...readProblems, ...found]
  options.onStage?.('drawing')
  const graph = buildGraph({ ...parts, types: schema.types, betweenness: options.betweenness === true })
  if (files) {
    options.onStage?.('writing')
    files.write('documents.jsonl', jsonLines(documents))
    files.write('problems.jsonl', jsonLines(problems))
    files.write('graph.json', serializeGraph(graph))
    files.commit()
  }
  return { status: 'built', documents, graph, problems, counts: parts.attributes.counts }
}

const graphSettings = ({ engine, extractors }: ExtractionSettings): GraphAttributes['settings'] => ({
  annotator: `${engine.name} ${engine.version}`,
  extractors: extractors.map((e) => `${e.name} ${e.version}`).join(', '),
})

/** Reads documents and their claims in the calling thread, in the order of readDocuments; nothing is kept. */
export async function* extractDocuments(
  inputs: readonly string[],
  settings: ExtractionSettings,
  options: ReadOptions = {},
): AsyncGenerator<ReadClaims> {
  const { schema, extractors, engine: annotator } = settings
  const pool = callingThread(readerOf(settings))
  yield* readClaims(readDocuments(inputs, options), {
    pool,
    settings: fingerprint({ schema, annotator, extractors }),
  })
}
