import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Problem, RulePrecision } from '../model/index.ts'
import { type CompiledSchema, compileSchema } from './compile-schema.ts'
import type { SchemaSource } from './schema-file.ts'

/** The schema files that come with Redthread, in the order in which they are read. */
export const shippedSchemaFiles: readonly string[] = [
  'core',
  'nouns',
  'people',
  'works',
  'events',
  'news',
  'police',
  'courts',
  'politics',
  'business',
  'media',
].map((name) => fileURLToPath(new URL(`../../schema/${name}.yaml`, import.meta.url)))

/** How often the shipped rules were judged right, written by `npm run bench:precision -- --fit`. */
const precisionFile = fileURLToPath(new URL('../../schema/precision.json', import.meta.url))

/**
 * Reads the shipped schema and the user's own files after it. Never throws: a file that cannot be read
 * is a problem like any other.
 */
export function loadSchema(userFiles: readonly string[] = []): CompiledSchema {
  const sources: SchemaSource[] = []
  const problems: Problem[] = []
  for (const file of [...shippedSchemaFiles, ...userFiles]) {
    try {
      const bytes = readFileSync(file)
      sources.push({
        file,
        text: bytes.toString('utf8'),
        hash: createHash('sha256').update(bytes).digest('hex'),
      })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      problems.push({
        severity: 'error',
        code: 'path-missing',
        message: `The schema file cannot be read: ${reason}`,
        hint: 'Check the path after --schema.',
        file,
      })
    }
  }
  const compiled = compileSchema(sources)
  const precision = JSON.parse(readFileSync(precisionFile, 'utf8')) as RulePrecision
  return { schema: { ...compiled.schema, precision }, problems: [...problems, ...compiled.problems] }
}
