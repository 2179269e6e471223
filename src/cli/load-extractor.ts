import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Extractor } from '../extract/extractor.ts'
import { CommandError } from './command-error.ts'
import { exitCode } from './exit-code.ts'

const form =
  'Export an extractor as default: { name, version, requires: [...], emits: () => [...], extract(document, context) }.'

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

/**
 * The extractor that a JavaScript module exports as default. The module runs with the rights of the user.
 * Throws a CommandError where it cannot be loaded or exports something else.
 */
export async function loadExtractor(file: string): Promise<Extractor> {
  let loaded: { default?: unknown }
  try {
    loaded = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(
      { code: 'extractor-invalid', message: `The module cannot be loaded: ${reason}`, hint: form, file },
      exitCode.usage,
    )
  }
  if (isExtractor(loaded.default)) return loaded.default
  throw new CommandError(
    { code: 'extractor-invalid', message: 'The module exports no extractor as default', hint: form, file },
    exitCode.usage,
  )
}
