import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Extractor } from '../extract/extractor.ts'
import { extractors as shipped } from '../extract/extractors.ts'
import type { Document } from '../model/index.ts'
import { loadAnnotator } from '../read/load-annotator.ts'
import { loadRanker } from '../read/load-ranker.ts'
import { loadSchema } from '../schema/load-schema.ts'
import { extractDocument, type Reader } from './extract-document.ts'
import { type ExtractedClaims, extractedClaims } from './extracted-claims.ts'

/** What a thread is started with: paths, since functions cannot be sent. */
export interface ThreadSettings {
  readonly schemas: readonly string[]
  readonly extractorFiles: readonly string[]
}

/** What a thread answers: that it begins, then claims, or why there are none. */
export type ThreadAnswer = { readonly begins: true } | ExtractedClaims | { readonly failed: string }

async function makeReader({ schemas, extractorFiles }: ThreadSettings): Promise<Reader> {
  const own = await Promise.all(
    extractorFiles.map(async (file) => {
      const module = (await import(pathToFileURL(file).href)) as { default: Extractor }
      return module.default
    }),
  )
  return {
    schema: loadSchema(schemas).schema,
    extractors: [...own, ...shipped],
    annotator: loadAnnotator(),
    ranker: loadRanker(),
  }
}

const reader = makeReader(workerData as ThreadSettings)
// A broken setting is answered to the first document, not thrown into the air.
reader.catch(() => {})

parentPort?.on('message', async (document: Document) => {
  const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message)
  try {
    const ready = await reader
    answer({ begins: true })
    answer(extractedClaims(extractDocument(document, ready)))
  } catch (error) {
    answer({ failed: error instanceof Error ? error.message : String(error) })
  }
})
