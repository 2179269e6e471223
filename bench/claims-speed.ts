import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { annotateDocument } from '../src/annotate/annotate-document.ts'
import { extractClaims } from '../src/extract/extract-claims.ts'
import { extractors } from '../src/extract/extractors.ts'
import type { Annotator, Document } from '../src/model/index.ts'
import { loadSchema } from '../src/schema/load-schema.ts'
import { loadEngine } from './openie/engine.ts'

const usage = `npm run bench:claims -- FILE... [--engine FILE] [--rounds 20] [--json]

Reads the text files again and again on one core and prints tokens a second: by the language engine alone, and
from the raw text to claims.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  if (positionals.length === 0) {
    console.log(usage)
    return
  }
  const engine = await loadEngine(values.engine)
  const { schema } = loadSchema()
  const annotator: Annotator = {
    name: engine.name,
    version: '1',
    provides: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'names'],
    annotate: engine.annotate,
  }
  const documents: Document[] = positionals.map((source) => ({
    id: source,
    source,
    hash: '',
    format: 'text',
    language: 'en',
    text: readFileSync(source, 'utf8'),
    zones: [],
  }))
  const rounds = Number(values.rounds)
  let tokens = 0
  let claims = 0
  let alone = 0
  let whole = 0
  // The first round warms the engine up; the two ways take turns so that the machine's moods hit both.
  for (let round = 0; round <= rounds; round++)
    for (const document of documents) {
      const start = performance.now()
      const read = engine.annotate(document.text).tokens.length
      const middle = performance.now()
      const found = extractClaims(annotateDocument(document, annotator, schema), schema, extractors)
      const end = performance.now()
      if (round === 0) continue
      tokens += read
      claims += found.claims.claims.length
      alone += middle - start
      whole += end - middle
    }
  const rate = (ms: number): number => Math.round((1000 * tokens) / ms)
  const report = {
    engineTokensPerSecond: rate(alone),
    claimsTokensPerSecond: rate(whole),
    ratio: alone / whole,
    claims: claims / rounds,
    tokens: tokens / rounds,
  }
  if (values.json) console.log(JSON.stringify(report))
  else
    console.log(
      `engine alone ${report.engineTokensPerSecond} tokens/s, text to claims ${report.claimsTokensPerSecond} tokens/s, ` +
        `ratio ${report.ratio.toFixed(2)}; ${report.claims} claims from ${report.tokens} tokens`,
    )
}

await main()
