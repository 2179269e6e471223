import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { assembleGraph } from '../../src/assemble.ts'
import { type BuildResult, build } from '../../src/build.ts'
import { diffPage } from '../../src/export/diff-page.ts'
import type { RedthreadGraph } from '../../src/graph/index.ts'
import { diffGraphs } from '../../src/query/diff.ts'
import { readDecisions } from '../../src/resolve/decisions/read-decisions.ts'
import type { ResolvableClaims } from '../../src/resolve/resolvable-claims.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { claimsOfFolder } from '../resolve/read-folder.ts'

const harbour = fileURLToPath(new URL('../../data/samples/harbour', import.meta.url))
let all: BuildResult
let schema: ReturnType<typeof loadSchema>['schema']
let claims: ResolvableClaims[]

beforeAll(async () => {
  schema = loadSchema().schema
  all = await build({ inputs: [harbour] })
  claims = await claimsOfFolder(harbour)
})

function graphOf(without: RegExp | undefined, decisions = ''): RedthreadGraph {
  const kept = claims.filter(({ document }) => without === undefined || !without.test(document))
  return assembleGraph(kept, schema, {
    decisions: readDecisions(decisions, 'decisions.yaml').decisions,
    settings: {},
  }).graph
}

describe('diffGraphs', () => {
  test('finds no difference between a graph and itself', () => {
    const { counts, entities, relations } = diffGraphs(all.graph!, all.graph!)
    expect([entities, relations]).toEqual([[], []])
    expect(counts.relations).toEqual({ added: 0, removed: 0, changed: 0, same: all.graph!.size })
  })

  test('gives, of a graph with one document more, exactly what that document added', () => {
    const last = readdirSync(harbour).sort().at(-1)!
    const before = graphOf(new RegExp(last))
    const { counts, entities, relations } = diffGraphs(before, all.graph!)
    expect(counts.relations.added).toBeGreaterThan(0)
    const added = relations.filter(({ change }) => change === 'added')
    for (const { key, evidence } of added) {
      expect(before.hasEdge(key)).toBe(false)
      expect(evidence).toEqual(all.graph!.getEdgeAttribute(key, 'evidence'))
      for (const row of evidence) expect(row.document).toContain(last)
    }
    for (const { key, change } of entities) {
      expect(all.graph!.hasNode(key)).toBe(change !== 'removed')
      if (change === 'added') expect(before.hasNode(key)).toBe(false)
    }
    const { entities: e, relations: r } = counts
    expect(e.added + e.changed + e.same).toBe(all.graph!.order)
    expect(e.removed + e.changed + e.same).toBe(before.order)
    expect(r.removed + r.changed + r.same).toBe(before.size)
  })

  test('turns round when the graphs are', () => {
    const before = graphOf(/successor/)
    const there = diffGraphs(before, all.graph!)
    const back = diffGraphs(all.graph!, before)
    const keys = (diff: typeof there, kind: string): string[] =>
      diff.relations.filter(({ change }) => change === kind).map(({ key }) => key)
    expect(keys(back, 'removed')).toEqual(keys(there, 'added'))
    expect(keys(back, 'changed')).toEqual(keys(there, 'changed'))
  })

  test('follows an entity through a rename and says where a merged one went', () => {
    const decided = graphOf(
      undefined,
      'decisions:\n  - rename: Lena Okafor\n    to: Mayor Okafor\n  - merge: [Ruth Amsel, Olga Brandt]\n',
    )
    const { entities } = diffGraphs(all.graph!, decided)
    const renamed = entities.find(({ label }) => label === 'Mayor Okafor')!
    expect([renamed.change, renamed.what[0]]).toEqual(['changed', 'name: Lena Okafor → Mayor Okafor'])
    const merged = entities.find(({ label }) => label === 'Olga Brandt')!
    expect([merged.change, merged.what]).toEqual(['removed', ['now part of Ruth Amsel']])
  })
})

describe('diffPage', () => {
  test('has both graphs in one, every passage a true one', () => {
    const before = graphOf(/report/)
    const after = graphOf(/successor/)
    const documents = all.documents.filter(({ id }) => !/successor/.test(id))
    const earlier = all.documents.filter(({ id }) => !/report/.test(id))
    const diff = diffGraphs(before, after)
    const page = diffPage(
      { name: 'a', graph: before, documents: earlier },
      { name: 'b', graph: after, documents },
      diff,
    )
    const { nodes, edges } = page.extras.changes!
    expect(page.graph.order).toBe(after.order + diff.counts.entities.removed)
    expect(page.graph.size).toBe(after.size + diff.counts.relations.removed)
    expect(Object.keys(nodes)).toHaveLength(diff.entities.length)
    expect(Object.keys(edges)).toHaveLength(diff.relations.length)
    const texts = new Map(page.documents.map(({ id, text }) => [id, text]))
    page.graph.forEachEdge((_key, { evidence }) => {
      for (const { document, start, end, quote } of evidence)
        expect(texts.get(document)!.slice(start, end)).toBe(quote)
    })
  })

  test('keeps the earlier text of a document beside the later', () => {
    const [first] = all.documents
    const before = { name: 'a', graph: all.graph!, documents: all.documents }
    const changed = all.documents.map((one) => (one === first ? { ...one, text: `${one.text} More.` } : one))
    const page = diffPage(
      before,
      { ...before, name: 'b', documents: changed },
      diffGraphs(all.graph!, all.graph!),
    )
    const ids = page.documents.map(({ id }) => id)
    expect(ids).toContain(`${first!.id} (earlier)`)
    expect(ids).toHaveLength(all.documents.length + 1)
  })
})
