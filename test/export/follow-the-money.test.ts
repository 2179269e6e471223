import { defaultModel, Model, type Property } from '@alephdata/followthemoney'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeTypes } from '../../src/export/follow-the-money/edge-types.ts'
import { buildGraph, type OpenedGraph } from '../../src/graph/index.ts'
import type { Relation } from '../../src/model/index.ts'
import { madeCorpus } from '../graph/made-graph.ts'
import { hostileGraph } from '../import/hostile-graph.ts'
import { exportedText } from './exported.ts'
import { madeSource, settings } from './made-source.ts'

interface Entity {
  id: string
  schema: string
  properties: Record<string, string[]>
}

const model = new Model(defaultModel)
const entitiesOf = (source: OpenedGraph): Entity[] =>
  exportedText('ftm', source)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entity)
const source = madeSource({ entities: 40, relations: 90 })

/** The schema that a property leads to, which the types of the package keep to themselves. */
const rangeOf = (property: Property): string => (property as unknown as { range: string }).range

/** What breaks the model of FollowTheMoney, a line each. */
function faults(entities: readonly Entity[]): string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const found = byId.size === entities.length ? [] : ['an id is there twice']
  for (const { id, schema, properties } of entities) {
    if (!/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(id)) found.push(`the id ${id}`)
    if (model.getSchema(schema).abstract) found.push(`${id}: ${schema} is abstract`)
    for (const [name, values] of Object.entries(properties)) {
      const property = model.getSchema(schema).getProperty(name)
      if (!property || property.stub) found.push(`${id}: ${schema} has no property ${name}`)
      else
        for (const value of values) {
          const target = byId.get(value)
          if (property.type.name === 'date' && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(value))
            found.push(`${id}: ${value} is no date`)
          if (property.type.name !== 'entity') continue
          if (!target) found.push(`${id}: ${name} leads to no entity`)
          else if (!model.getSchema(target.schema).isA(rangeOf(property)))
            found.push(`${id}: ${name} leads to a ${target.schema}`)
        }
    }
  }
  return found
}

/** What one relation of this kind between two people, or a person and an organisation, becomes. */
function becomes(change: Partial<Relation>, target = 'organization/harbour-board-0'): Entity {
  const corpus = madeCorpus()
  const relation = { ...corpus.relations[0]!, key: 'r', source: 'person/ada-abbott', target, ...change }
  const graph = buildGraph({ ...corpus, relations: [relation] })
  return entitiesOf({ graph, documents: new Map() }).at(-1)!
}
const asserted = { modality: 'asserted', polarity: 'positive' } as const

describe('ftm', () => {
  it('obeys the model of FollowTheMoney', () => {
    const entities = entitiesOf(source)
    expect(entities.length).toBeGreaterThan(source.graph.size)
    expect(faults(entities)).toEqual([])
  })

  it('obeys it whatever the texts', () => {
    fc.assert(
      fc.property(hostileGraph, (hostile) => {
        const text = exportedText('ftm', hostile)
        if (text !== '') expect(faults(entitiesOf(hostile))).toEqual([])
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  it('knows the schemata that join entities as the model does, and every one that the schema names', () => {
    for (const [name, { from, to }] of Object.entries(edgeTypes)) {
      const schema = model.getSchema(name)
      for (const [property, range] of [from, to]) expect(rangeOf(schema.getProperty(property)!)).toBe(range)
    }
    for (const { name, mappings } of settings.schema.relations.values())
      if (mappings.followthemoney)
        expect([name, mappings.followthemoney.replace('^', '') in edgeTypes]).toEqual([name, true])
    for (const { mappings } of settings.schema.types.values())
      if (mappings.followthemoney) expect(model.getSchema(mappings.followthemoney).abstract).toBe(false)
  })

  it('takes the schema of a relation that is asserted, and a link that says how for any other', () => {
    expect(becomes({ relation: 'employed-by', ...asserted })).toMatchObject({ schema: 'Employment' })
    const alleged = becomes({ relation: 'employed-by', label: 'works for', ...asserted, modality: 'alleged' })
    expect(alleged).toMatchObject({
      schema: 'UnknownLink',
      properties: { role: ['works for (alleged)'], status: ['alleged'] },
    })
    expect(becomes({ relation: 'succeeded', ...asserted }).properties.successor![0]).toMatch(
      /^person-ada-abbott-/,
    )
  })

  it('makes a note, and no link, of a relation that is denied, and of one with something that is no entity there', () => {
    const denied = becomes({
      relation: 'employed-by',
      label: 'works for',
      polarity: 'negative',
      modality: 'denied',
    })
    expect(denied.schema).toBe('Note')
    expect(denied.properties.name![0]).toMatch(/^Ada Abbott \| not works for \| Harbour Board 0 \[denied/)
    expect(denied.properties.entity).toHaveLength(2)
    const dated = becomes({ relation: 'met', ...asserted }, 'value/2010-01')
    expect([dated.schema, dated.properties.entity!.length]).toEqual(['Note', 1])
  })

  it('has the quote of each piece of evidence with its document and speakers', () => {
    const text = exportedText('ftm', source)
    for (const { attributes } of source.graph.edgeEntries())
      for (const { quote, document, start } of attributes.evidence) {
        expect(text).toContain(JSON.stringify(quote).slice(1, -1))
        expect(text).toContain(`${document}:${start}-`)
      }
  })
})
