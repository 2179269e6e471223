import { existsSync } from 'node:fs'
import { resolve as absolute, dirname, join } from 'node:path'
import { resolveAndRelease } from './assemble.ts'
import { loadRulings, type RulingsOptions } from './build/load-rulings.ts'
import {
  buildGraph,
  claimsPath,
  FileError,
  jsonLines,
  loadGraph,
  type RedthreadGraph,
  readClaims,
  readLines,
  serializeGraph,
  stageFiles,
  takeFolder,
} from './graph/index.ts'
import { type GraphAttributes, hasError, type Problem, type ProblemCode, type Schema } from './model/index.ts'
import { loadRanker } from './read/load-ranker.ts'
import { type ResolvableClaims, resolvableClaims } from './resolve/resolvable-claims.ts'
import { linkedClaims } from './resolve/within-document.ts'
import { loadSchema } from './schema/load-schema.ts'

/** What resolving claims takes. */
export interface ResolveClaimsOptions extends RulingsOptions {
  /** Files of claims, or folders that build wrote. */
  readonly claims: readonly string[]
  /** The folder that takes the graph and the files beside it. */
  readonly out: string
  /** Schema files of the user's own, the same with which the claims were read. */
  readonly schemas?: readonly string[]
  /** Whether the rules of the schema compose relations; as in the graph beside the claims unless said. */
  readonly derived?: boolean
}

/** How resolving ended: `unusable` when the schema or the decisions have an error, `empty` without claims. */
export interface ResolveClaimsResult {
  readonly status: 'built' | 'unusable' | 'empty'
  readonly graph?: RedthreadGraph
  readonly problems: readonly Problem[]
  readonly counts: Readonly<GraphAttributes['counts']>
}

/** Problems that resolution finds anew; all others are of reading and stay. */
const ofResolution: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'relation-signature',
  'decision-unused',
  'decision-ambiguous',
  'decision-conflict',
  'gazetteer-ambiguous',
  'rule-limit',
  'schema-changed',
])

/** The attributes of the graph beside a file of claims, if there is one that can be read. */
function graphBeside(path: string): GraphAttributes | undefined {
  try {
    return loadGraph(dirname(path)).getAttributes()
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

/** The lines of all files that are there, without their ends. */
function* linesOf(paths: readonly string[]): Generator<string> {
  for (const path of paths) if (existsSync(path)) yield* readLines(path)
}

function* withEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`
}

/** The problems of reading that stand beside the claims; a line that is none is passed over. */
function problemsOfReading(paths: readonly string[]): Problem[] {
  const found: Problem[] = []
  for (const line of linesOf(paths)) {
    try {
      const problem = JSON.parse(line) as Problem
      if (typeof problem?.code === 'string' && !ofResolution.has(problem.code)) found.push(problem)
    } catch {}
  }
  return found
}

const none = { documents: 0, entities: 0, relations: 0, derived: 0, evidence: 0 }

/**
 * Resolves claims that were read before, without their texts: with the claims of one build it gives the same
 * graph.json as that build. Throws a FileError: claims are missing or damaged, one document is there twice, `out`
 * cannot be written, or a build is writing to it.
 */
export function resolveClaims(options: ResolveClaimsOptions): ResolveClaimsResult {
  const paths = options.claims.map(claimsPath)
  const lock = takeFolder(options.out)
  try {
    return resolveInto(options, paths)
  } finally {
    lock.release()
  }
}

function resolveInto(options: ResolveClaimsOptions, paths: readonly string[]): ResolveClaimsResult {
  const { schema, problems: schemaProblems } = loadSchema(options.schemas)
  const { rulings, problems: rulingProblems } = loadRulings(options, schema)
  const settingProblems = [...schemaProblems, ...rulingProblems]
  if (hasError(settingProblems)) return { status: 'unusable', problems: settingProblems, counts: none }
  const claims: ResolvableClaims[] = []
  const ranker = loadRanker()
  const seen = new Map<string, string>()
  for (const path of paths)
    for (const document of readClaims(path)) {
      const other = seen.get(document.document)
      if (other !== undefined)
        throw new FileError({
          code: 'claims-invalid',
          message: `The document ${document.document} is in ${other} and again in ${path}.`,
          hint: 'Give each document once; read folders of the same names from the folder above them.',
          file: path,
        })
      seen.set(document.document, path)
      claims.push(resolvableClaims(linkedClaims(document, schema, ranker)))
    }
  if (claims.length === 0) return { status: 'empty', problems: settingProblems, counts: none }
  const before = graphBeside(paths[0]!)
  const { derived: wasDerived, ...settings } = before?.settings ?? {}
  const folders = [...new Set(paths.map((path) => absolute(dirname(path))))]
  const beside = (name: string): string[] => folders.map((folder) => join(folder, name))
  const files = stageFiles(options.out)
  try {
    if (folders.some((folder) => folder !== absolute(options.out)))
      files.write('documents.jsonl', withEnds(linesOf(beside('documents.jsonl'))))
    const own = absolute(join(options.out, 'claims.jsonl'))
    if (paths.some((path) => absolute(path) !== own)) files.write('claims.jsonl', withEnds(linesOf(paths)))
    const { problems: found, ...parts } = resolveAndRelease(
      claims,
      schema,
      { ...rulings, settings, derived: options.derived ?? wasDerived !== false },
      (trace) => files.write('resolution.jsonl', jsonLines(trace)),
    )
    const problems = [
      ...problemsOfReading(beside('problems.jsonl')),
      ...settingProblems,
      ...schemaChange(before, schema.files),
      ...found,
    ]
    const graph = buildGraph({ ...parts, types: schema.types })
    files.write('problems.jsonl', jsonLines(problems))
    files.write('graph.json', serializeGraph(graph))
    files.commit()
    return { status: 'built', graph, problems, counts: parts.attributes.counts }
  } catch (error) {
    files.discard()
    throw error
  }
}

/** A warning where the claims were read with another schema than they are resolved with. */
function schemaChange(before: GraphAttributes | undefined, files: Schema['files']): Problem[] {
  const hashes = (list: Schema['files']): string => list.map(({ hash }) => hash).join(' ')
  if (!before || hashes(before.schema) === hashes(files)) return []
  return [
    {
      severity: 'warning',
      code: 'schema-changed',
      message: `The claims were read with the schema ${before.schema.map(({ name }) => name).join(', ')}, and are resolved with ${files.map(({ name }) => name).join(', ')} as they are now`,
      hint: 'Give the same files with --schema, or build again.',
    },
  ]
}
