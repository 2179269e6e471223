import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'

const examples = [...loadSchema().schema.rules.values()].flatMap((rule) =>
  rule.examples.map((example) => ({ rule: rule.name, ...example })),
)

describe('the examples of the rules of the shipped schema', () => {
  it('show every rule', () => {
    expect(new Set(examples.map((e) => e.rule))).toEqual(new Set(loadSchema().schema.rules.keys()))
  })

  it.each(examples)('$rule: "$text"', async ({ rule, text, gives }) => {
    const folder = mkdtempSync(join(tmpdir(), 'redthread-rules-'))
    writeFileSync(join(folder, 'a.txt'), `${text}\n`)
    const { graph } = await build({ jobs: 0, inputs: [folder] })
    const without = await build({ jobs: 0, inputs: [folder], derived: false })
    rmSync(folder, { recursive: true })
    const found = graph!
      .filterEdges((_, edge) => edge.derived === true)
      .map((key) => {
        const [source, target] = graph!.extremities(key).map((end) => graph!.getNodeAttribute(end, 'label'))
        const { relation, derivation, evidence } = graph!.getEdgeAttributes(key)
        for (const row of evidence) expect(`${text}\n`.slice(row.start, row.end)).toBe(row.quote)
        for (const path of derivation!.paths) for (const step of path) expect(graph!.hasEdge(step)).toBe(true)
        return { rule: derivation!.rule, gives: `${source} | ${relation} | ${target}` }
      })
    expect(found).toEqual(gives.map((line) => ({ rule, gives: line })))
    expect(without.graph!.filterEdges((_, edge) => edge.derived === true)).toEqual([])
  })
})
