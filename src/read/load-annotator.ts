import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { createEngine, type Engine, type EngineOptions } from '../language/engine.ts'

const folder = new URL('../../data/models/', import.meta.url)

/** The inflated bytes of a model file. */
function inflated(name: string): Uint8Array {
  return new Uint8Array(gunzipSync(readFileSync(new URL(`${name}.bin.gz`, folder))))
}

let loaded: Engine | undefined

/** The shipped language engine, loaded once for each process. Throws when a model file is missing or damaged. */
export function loadAnnotator(): Engine {
  loaded ??= loadEngine()
  return loaded
}

/** An engine of its own, with only the layers asked for. */
export function loadEngine(options: EngineOptions = {}): Engine {
  return createEngine(
    {
      tagger: inflated('tagger'),
      parser: inflated('parser'),
      lemmas: inflated('lemmas'),
      names: inflated('names'),
    },
    options,
  )
}
