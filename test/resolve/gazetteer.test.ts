import { describe, expect, it } from 'vitest'
import type { Entity, GazetteerEntry, Relation } from '../../src/model/index.ts'
import { linkEntities } from '../../src/resolve/gazetteer/link-entities.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'

const { schema } = loadSchema()
const entity = (key: string, label: string, type: string, aliases: string[] = []): Entity => ({
  key,
  label,
  type,
  aliases,
  mentions: [{ document: 'a.txt', start: 0, end: label.length, kind: 'named' }],
})
const entry = (id: string, name: string, rest: Partial<GazetteerEntry> = {}): GazetteerEntry => ({
  id,
  name,
  aliases: [],
  context: [],
  ...rest,
})
const links = (
  entities: readonly Entity[],
  gazetteer: readonly GazetteerEntry[],
  relations: readonly Relation[] = [],
): (string | undefined)[] =>
  linkEntities(entities, relations, gazetteer, schema).entities.map((e) => e.links?.[0]?.id)

describe('a gazetteer', () => {
  it('gives ids and nothing else', () => {
    const amsel = entity('person/a', 'Ruth Amsel', 'Person')
    const known = entry('Q1', 'Ruth Amsel', { type: 'Person', aliases: ['Ruthie Amsel'] })
    const [linked] = linkEntities([amsel], [], [known], schema).entities
    expect(linked).toEqual({ ...amsel, links: [{ id: 'Q1', score: 0.85 }] })
  })

  it('rejects what only a bare word or another type speaks for', () => {
    const amsel = entity('person/a', 'Amsel', 'Person')
    expect(links([amsel], [entry('Q1', 'Ruth Amsel', { aliases: ['Amsel'] })])).toEqual([undefined])
    expect(links([amsel], [entry('Q1', 'Amsel', { type: 'Place' })])).toEqual([undefined])
  })

  it('takes a kind of the type for the type', () => {
    const port = entity('facility/p', 'Varnholm Port', 'Facility')
    expect(links([port], [entry('Q2', 'Varnholm Port', { type: 'Place' })])).toEqual(['Q2'])
  })

  const two = [entry('Q1', 'Varnholm', { type: 'Place' }), entry('Q2', 'Varnholm', { type: 'Place' })]

  it('leaves a name alone that two entries have, and says so', () => {
    const varnholm = entity('place/v', 'Varnholm', 'Place')
    const { entities, problems } = linkEntities([varnholm], [], two, schema)
    expect(entities[0]?.links).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'gazetteer-ambiguous', severity: 'info' }])
  })

  it('tells two entries of one name by type, by a further name, and by what stands near', () => {
    const varnholm = entity('place/v', 'Varnholm', 'Place', ['Port Varn'])
    const byType = [entry('Q1', 'Varnholm', { type: 'Person' }), two[1]!]
    const byAlias = [{ ...two[0]!, aliases: ['Port Varn'] }, two[1]!]
    const byContext = [{ ...two[0]!, context: ['Ruth Amsel'] }, two[1]!]
    expect(links([varnholm], byType)).toEqual(['Q2'])
    expect(links([varnholm], byAlias)).toEqual(['Q1'])
    const amsel = entity('person/a', 'Ruth Amsel', 'Person')
    const lives = { source: 'person/a', target: 'place/v' } as Relation
    expect(links([varnholm, amsel], byContext, [lives])).toEqual(['Q1', undefined])
  })
})
