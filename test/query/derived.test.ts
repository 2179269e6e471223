import { describe, expect, it } from 'vitest'
import { buildGraph, type OpenedGraph } from '../../src/graph/index.ts'
import type { Relation } from '../../src/model/index.ts'
import { relations, selectGraph, stats } from '../../src/query/index.ts'
import { entities, keys, relationList, small } from './small-source.ts'

const steps = relationList.filter(
  ({ key }) => key === keys.chairs || key.startsWith('organization/harbour-board|located-in'),
)
const derived: Relation = {
  ...steps[0]!,
  key: 'person/ada-hart|located-in|place/port-elm|positive',
  relation: 'located-in',
  label: 'is in',
  target: 'place/port-elm',
  modality: 'reported',
  modalities: { reported: 1 },
  times: [],
  origins: 0,
  documents: 0,
  derived: true,
  derivation: { rule: 'made', paths: [steps.map(({ key }) => key)] },
  evidence: steps.flatMap(({ evidence }) => evidence),
}
const source: OpenedGraph = {
  ...small,
  graph: buildGraph({
    entities,
    relations: [...relationList, derived],
    types: new Map(),
    attributes: small.graph.getAttributes(),
  }),
}
const keysOf = (filter: Parameters<typeof relations>[1]): string[] =>
  relations(source, filter).items.map(({ key }) => key)

describe('a derived relation', () => {
  it('is as strong as it is itself, not as its passages', () => {
    expect(keysOf({ modality: ['asserted'] })).not.toContain(derived.key)
    const found = relations(source, { modality: ['reported'] }).items.find(({ key }) => key === derived.key)
    expect(found?.derivation).toEqual(derived.derivation)
    expect(found?.evidence?.map(({ modality }) => modality)).toEqual(['asserted', 'asserted', 'asserted'])
  })

  it('is said by nobody and told by no source', () => {
    expect(keysOf({ about: 'Ada Hart' })).toContain(derived.key)
    expect(keysOf({ speaker: 'Ines' })).not.toContain(derived.key)
    expect(keysOf({ minOrigins: 1 })).not.toContain(derived.key)
  })

  it('adds no evidence to what is counted', () => {
    const evidenceOf = (from: OpenedGraph): number | undefined =>
      stats(from).items.find(({ group, name }) => group === 'total' && name === 'evidence')?.count
    expect(evidenceOf(source)).toBe(evidenceOf(small))
    const { counts } = selectGraph(source, { around: 'Ada Hart' }).source.graph.getAttributes()
    expect(counts.derived).toBe(1)
  })
})
