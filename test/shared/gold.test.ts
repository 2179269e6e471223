import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'

// The gold graphs of the shared data, by their own scorer. The bounds are what is reached, a step below it.
const shared = (
  process.env.REDTHREAD_SHARED ?? fileURLToPath(new URL('../../../shared/', import.meta.url))
).replace(/\/$/, '')
const out = mkdtempSync(join(tmpdir(), 'redthread-gold-'))
afterAll(() => rmSync(out, { recursive: true }))

interface Report {
  readonly 'wrong merges': readonly string[]
  readonly 'edges read from furniture': number
  readonly evidence: { readonly rows: number; readonly quoteDiffersFromText: number }
  readonly 'assertions core': { readonly pair: number; readonly relation: number; readonly full: number }
  readonly 'mentions named': { readonly b3: { readonly f1: number } }
  readonly 'mentions named+nominal': { readonly b3: { readonly f1: number } }
}

describe.each([
  { name: 'GUM_news_nasa', pair: 0.36, named: 0.9, nominal: 0.75 },
  { name: 'GUM_bio_dvorak', pair: 0.3, named: 0.92, nominal: 0.87 },
])('$name', ({ name, pair, named, nominal }) => {
  it('has true quotes, no wrong merge, nothing from furniture, and the expected scores', async () => {
    const folder = join(out, name)
    await build({ jobs: 0, inputs: [`${shared}/gold/${name}.txt`], out: folder })
    const scorer = [`${shared}/score/score-graph.mjs`, folder, `${shared}/gold/${name}.json`, '--json']
    const report = JSON.parse(execFileSync('node', scorer, { encoding: 'utf8' })) as Report
    expect(report['wrong merges']).toEqual([])
    expect(report['edges read from furniture']).toBe(0)
    expect(report.evidence.quoteDiffersFromText).toBe(0)
    expect(report.evidence.rows).toBeGreaterThan(20)
    expect(report['assertions core'].pair).toBeGreaterThanOrEqual(pair)
    expect(report['mentions named'].b3.f1).toBeGreaterThanOrEqual(named)
    expect(report['mentions named+nominal'].b3.f1).toBeGreaterThanOrEqual(nominal)
  })
})
