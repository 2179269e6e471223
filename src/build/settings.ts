import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkExtractors } from '../extract/check-extractors.ts'
import type { Extractor } from '../extract/extractor.ts'
import { extractors as shippedExtractors } from '../extract/extractors.ts'
import { engineInfo } from '../language/engine.ts'
import type { Annotator, Problem, Schema } from '../model/index.ts'
import { loadSchema } from '../schema/load-schema.ts'

/** What claims are read with. */
export interface SettingsOptions {
  /** Schema files of the user's own, read after the shipped ones. */
  readonly schemas?: readonly string[]
  /** Modules of the user's own that export an extractor as default, run before the shipped ones. */
  readonly extractorFiles?: readonly string[]
  /** Extractors of the user's own that are there already; they run in the calling thread. */
  readonly extractors?: readonly Extractor[]
  /** A language engine of the user's own; the shipped one when absent. */
  readonly annotator?: Annotator
}

/** What reads claims: checked before any text is read. */
export interface ExtractionSettings {
  readonly schema: Schema
  readonly extractors: readonly Extractor[]
  /** The engine by name; `annotator` holds it only where the user gave one. */
  readonly engine: Pick<Annotator, 'name' | 'version' | 'provides'>
  readonly annotator?: Annotator
}

/** Settings from options, with what is wrong in them; with an error among the problems they must not be used. */
export async function extractionSettings(options: SettingsOptions): Promise<{
  readonly settings: ExtractionSettings
  readonly problems: readonly Problem[]
}> {
  const { schema, problems: schemaProblems } = loadSchema(options.schemas)
  const problems = [...schemaProblems]
  const own: Extractor[] = [...(options.extractors ?? [])]
  for (const file of options.extractorFiles ?? []) {
    const loaded = await loadExtractor(file)
    if ('problem' in loaded) problems.push(loaded.problem)
    else own.push(loaded.extractor)
  }
  const extractors = [...own, ...shippedExtractors]
  const { annotator } = options
  const engine = annotator ?? engineInfo
  problems.push(...checkExtractors(extractors, engine, schema))
  return { settings: { schema, extractors, engine, ...(annotator ? { annotator } : {}) }, problems }
}

const form =
  'Export an extractor as default: { name, version, requires: [...], emits: () => [...], extract(document, context) }.'

/** The extractor that a JavaScript module exports as default. The module runs with the rights of the user. */
async function loadExtractor(file: string): Promise<{ extractor: Extractor } | { problem: Problem }> {
  const wrong = (message: string): { problem: Problem } => ({
    problem: { severity: 'error', code: 'extractor-invalid', message, hint: form, file },
  })
  let loaded: { default?: unknown }
  try {
    loaded = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown }
  } catch (error) {
    return wrong(`The module cannot be loaded: ${error instanceof Error ? error.message : String(error)}`)
  }
  return isExtractor(loaded.default)
    ? { extractor: loaded.default }
    : wrong('The module exports no extractor as default')
}

function isExtractor(value: unknown): value is Extractor {
  if (typeof value !== 'object' || value === null) return false
  const { name, version, requires, emits, extract } = value as Record<string, unknown>
  return (
    typeof name === 'string' &&
    typeof version === 'string' &&
    Array.isArray(requires) &&
    typeof emits === 'function' &&
    typeof extract === 'function'
  )
}
