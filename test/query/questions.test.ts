import { describe, expect, it } from 'vitest'
import {
  contradictions,
  matchName,
  neighbours,
  path,
  QueryError,
  type RelationsOptions,
  relations,
  search,
  selectGraph,
  show,
  stats,
  timeline,
  why,
} from '../../src/query/index.ts'
import { keys, small } from './small-source.ts'

/** The relations that a filter gives, as `subject relation object`, `not` before a negative one. */
const found = (options: RelationsOptions): string[] =>
  relations(small, options).items.map(
    ({ subject, relation, object, polarity }) =>
      `${subject.label} ${polarity === 'negative' ? 'not ' : ''}${relation} ${object.label}`,
  )

function hintOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof QueryError) return `${error.problem.message} ${error.problem.hint}`
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('matchName', () => {
  it.each([
    ['ada hart', ['person/ada-hart'], 'label'],
    ['CAPTAIN  HART', ['person/ada-hart'], 'alias'],
    ['ines ofarrell', ['person/ines-o-farrell'], 'label'],
    ["Inês O'Farrell", ['person/ines-o-farrell'], 'label'],
    ['Farrell O', undefined, undefined],
    ['organization/dock-union', ['organization/dock-union'], 'key'],
    ['Elm', ['place/port-elm'], 'part of a name'],
  ])('understands %s', (asked, entities, as) => {
    if (!entities) return expect(() => matchName(small, asked)).toThrow(QueryError)
    const match = matchName(small, asked)
    expect(match.entities.map(({ key }) => key)).toEqual(entities)
    expect(match.entities[0]!.as).toBe(as)
  })

  it('gives every entity that a part of a name fits', () => {
    const matched = matchName(small, 'hart').entities.map(({ key }) => key)
    expect(matched.toSorted()).toEqual(['person/ada-hart', 'person/dee-hart'])
  })

  it('suggests what was meant', () => {
    expect(hintOf(() => matchName(small, 'Ada Hrat'))).toContain('Did you mean "Ada Hart"')
    expect(hintOf(() => matchName(small, 'Harbor'))).toContain('"Harbour Board"')
    expect(hintOf(() => matchName(small, 'Zzyzx'))).toContain('search')
    expect(hintOf(() => matchName(small, ' ... '))).toContain('Nothing in the graph')
  })
})

describe('relations', () => {
  it('filters by subject, object, either and relation', () => {
    expect(found({ subject: 'Ada Hart' })).toEqual([
      'Ada Hart chairs Harbour Board',
      'Ada Hart resigned-from Harbour Board',
    ])
    expect(found({ object: 'Port Elm' })).toEqual([
      'Harbour Board located-in Port Elm',
      'Dee Hart located-in Port Elm',
    ])
    expect(found({ about: 'Bo Ek' })).toEqual(['Bo Ek born-in 2019', 'Bo Ek works-for Dock Union'])
    expect(found({ relation: ['resigned from'] })).toEqual(['Ada Hart resigned-from Harbour Board'])
    expect(found({ relation: ['loc*'], subject: 'Dee Hart' })).toEqual(['Dee Hart located-in Port Elm'])
    expect(found({ relation: ['chairs', 'ordered'] })).toHaveLength(2)
  })

  it('filters by speaker and modality on one row of evidence, and gives only the rows that pass', () => {
    const answer = relations(small, { speaker: 'Ines', modality: ['alleged'] })
    expect(answer.items.map(({ key }) => key)).toEqual([keys.criticised])
    expect(answer.items[0]!.evidence).toMatchObject([
      {
        modality: 'alleged',
        speakers: [{ label: 'Inês O’Farrell' }],
        title: 'First report',
        date: '2021-05-01',
        publisher: 'Gazette',
      },
    ])
    expect(found({ speaker: 'Ines', modality: ['asserted'] })).toEqual([])
  })

  it('filters by polarity, origins, confidence and type', () => {
    expect(found({ polarity: 'negative' })).toEqual(['Dock Union not has-confidence-in Ada Hart'])
    expect(found({ minOrigins: 2 })).toEqual([
      'Dock Union criticised Ada Hart',
      'Ada Hart chairs Harbour Board',
    ])
    expect(found({ minConfidence: 0.5, subject: 'Ines' })).toEqual([])
    expect(found({ type: ['event'] })).toEqual(['Harbour Board ordered audit'])
  })

  it.each([
    [{ asOf: '2018' }, ['Ada Hart chairs Harbour Board', 'Harbour Board ordered audit']],
    [{ asOf: '2016-12-31' }, []],
    [{ asOf: '2015' }, ['Bo Ek works-for Dock Union']],
    [{ asOf: '2020-03-15' }, ['Ada Hart chairs Harbour Board', 'Ada Hart resigned-from Harbour Board']],
    [{ asOf: '2020-04' }, ['Ada Hart chairs Harbour Board']],
    [{ until: '2017-06' }, ['Ada Hart chairs Harbour Board', 'Bo Ek works-for Dock Union']],
    [
      { since: '2020', until: '2020' },
      ['Ada Hart chairs Harbour Board', 'Ada Hart resigned-from Harbour Board'],
    ],
  ])('keeps to the time %o', (options, expected) => {
    expect(found(options)).toEqual(expected)
  })

  it('says how many relations a time filter left out because they have none', () => {
    expect(relations(small, { asOf: '2018', subject: 'Dock Union' }).notes).toEqual([
      expect.stringMatching(/^3 relations .*no time/),
    ])
  })

  it('says what is wrong with a value, and what was meant', () => {
    expect(hintOf(() => relations(small, { relation: ['resigned-form'] }))).toContain(
      'Did you mean "resigned-from"',
    )
    expect(hintOf(() => relations(small, { modality: ['aleged'] }))).toContain('Did you mean "alleged"')
    expect(hintOf(() => relations(small, { type: ['Persn'] }))).toContain('Did you mean "Person"')
    expect(hintOf(() => relations(small, { polarity: 'bad' }))).toContain('positive, negative')
    expect(hintOf(() => relations(small, { since: '3 March' }))).toContain('2020-03-15')
  })

  it('leaves the evidence out when told to, and says what a limit cut', () => {
    const answer = relations(small, { evidence: false, limit: 2 })
    expect(answer.items).toHaveLength(2)
    expect(answer.items[0]).not.toHaveProperty('evidence')
    expect(answer.notes).toEqual(['2 of 12 relations are shown.'])
  })
})

describe('path', () => {
  it('connects by the shortest way with the evidence of every step', () => {
    const [first] = path(small, 'Ines', 'Port Elm').items
    expect(first!.entities.map(({ label }) => label)).toEqual([
      'Inês O’Farrell',
      'Dock Union',
      'Ada Hart',
      'Harbour Board',
      'Port Elm',
    ])
    expect(first!.steps[1]!.relations.map(({ relation }) => relation)).toContain('has-confidence-in')
    for (const { relations: list } of first!.steps)
      for (const { evidence } of list) expect(evidence!.length).toBeGreaterThan(0)
  })

  it('does not lead through a value that two share', () => {
    const [first] = path(small, 'Bo Ek', 'Dee Hart').items
    expect(first!.entities.map(({ key }) => key)).not.toContain('value/2019')
  })

  it('ends at a value all the same', () => {
    expect(path(small, 'Bo Ek', '2019').items[0]!.entities).toHaveLength(2)
  })

  it('says when there is none, when it would be too long, and when both are one', () => {
    expect(path(small, 'Nobody Known', 'Bo Ek')).toMatchObject({
      items: [],
      notes: [expect.stringContaining('No path')],
    })
    expect(path(small, 'Ines', 'Port Elm', { maxSteps: 3 }).items).toEqual([])
    expect(path(small, 'Ines', 'Inês O’Farrell').notes).toEqual([expect.stringContaining('same entity')])
  })
})

describe('the other questions', () => {
  it('show gives names, documents and both directions', () => {
    const [card] = show(small, 'Captain Hart').items
    expect(card).toMatchObject({
      key: 'person/ada-hart',
      aliases: ['Captain Hart', 'A. Hart'],
      contradictions: 1,
    })
    expect(card!.does.map(({ relation }) => relation)).toEqual(['chairs', 'resigned-from'])
    expect(card!.undergoes).toHaveLength(3)
    expect(card!.documents).toEqual([
      { document: 'a.txt', title: 'First report', date: '2021-05-01', mentions: 1 },
    ])
  })

  it('show notes that a name has other readings', () => {
    expect(show(small, 'Hart').notes).toEqual([expect.stringContaining('could also be')])
  })

  it('neighbours lists each with all that connects them, most relations first', () => {
    const answer = neighbours(small, 'Ada Hart')
    expect(answer.items.map(({ entity, relations: list }) => [entity.label, list.length])).toEqual([
      ['Dock Union', 3],
      ['Harbour Board', 2],
    ])
    expect(neighbours(small, 'Ada Hart', { polarity: 'negative' }).items).toHaveLength(1)
  })

  it('timeline goes by time, and takes the time of an event from its node', () => {
    const all = timeline(small, undefined)
    expect(all.items.map(({ when }) => when)).toEqual(['../2016', '2017/..', '2018', '2020-03'])
    expect(all.notes).toEqual([expect.stringMatching(/^8 without a time are left out/)])
    const told = timeline(small, 'Dock Union', { undated: true })
    expect(told.items.filter(({ basis }) => basis === 'told').map(({ when }) => when)).toEqual([
      '2021-05-01',
      '2021-05-01',
      '2021-05-01',
    ])
  })

  it('a timeline of all begins the same whatever its limit', () => {
    for (const options of [{}, { undated: true }, { since: '2017' }, { undated: true, since: '2017' }]) {
      const whole = timeline(small, undefined, options).items
      expect(whole.length).toBeGreaterThan(2)
      for (let limit = 1; limit < whole.length; limit++) {
        const { items, notes } = timeline(small, undefined, { ...options, limit })
        expect(items).toEqual(whole.slice(0, limit))
        expect(notes).toContain(`${limit} of ${whole.length} entries are shown.`)
      }
    }
    const days = timeline(small, undefined, { undated: true }).items.filter(({ basis }) => basis === 'told')
    expect(days.map(({ when }) => when)).toEqual(days.map(({ when }) => when).sort())
    expect(days.length).toBeGreaterThan(3)
  })

  it('search finds entities by the beginnings of words and passages with their relations', () => {
    const { items } = search(small, 'harb boa')
    expect(items[0]).toMatchObject({ kind: 'entity', entity: { label: 'Harbour Board' } })
    const passage = search(small, 'LEFT the Harb').items.find((hit) => hit.kind === 'passage')
    expect(passage).toMatchObject({
      passage: { quote: expect.stringContaining('has left the Harbour Board') },
      relations: [{ key: keys.resigned }],
    })
    expect(search(small, 'nothing of the kind').items).toEqual([])
    expect(hintOf(() => search(small, '?!'))).toContain('word')
  })

  it('contradictions gives both sides with their own evidence', () => {
    const [item] = contradictions(small).items
    expect(item!.relations.map(({ polarity, evidence }) => [polarity, evidence!.length])).toEqual([
      ['negative', 1],
      ['positive', 1],
    ])
    expect(contradictions(small, { about: 'Bo Ek' }).items).toEqual([])
  })

  it('why gives all that connects two directly, else the shortest way', () => {
    expect(why(small, 'Dock Union', 'Ada Hart').items).toHaveLength(3)
    const indirect = why(small, 'Ines', 'Ada Hart')
    expect(indirect.notes).toEqual([expect.stringContaining('Dock Union')])
    expect(indirect.items.length).toBeGreaterThan(1)
  })

  it('stats counts what is there', () => {
    const count = (group: string, name: string): number | undefined =>
      stats(small).items.find((figure) => figure.group === group && figure.name === name)?.count
    expect(count('total', 'relations')).toBe(12)
    expect(count('total', 'evidence')).toBe(14)
    expect(count('entities by type', 'Person')).toBe(5)
    expect(count('relations by polarity', 'negative')).toBe(1)
    expect(count('documents by publisher', 'Gazette')).toBe(1)
  })
})

describe('selectGraph', () => {
  it('gives the graph itself without a filter', () => {
    expect(selectGraph(small, {}).source).toBe(small)
  })

  it('keeps what passes with its ends, whole, and counts anew', () => {
    const { graph } = selectGraph(small, { modality: ['alleged'] }).source
    expect(graph.edges()).toEqual([keys.criticised])
    expect(graph.getEdgeAttribute(keys.criticised, 'evidence')).toHaveLength(2)
    expect(graph.getAttribute('counts')).toEqual({
      documents: 2,
      entities: 2,
      relations: 1,

      evidence: 2,
    })
    expect(graph.getAttribute('contradictions')).toEqual([])
  })

  it('keeps what lies around an entity', () => {
    const near = selectGraph(small, { around: 'Port Elm' }).source.graph
    expect(near.nodes()).toEqual(['organization/harbour-board', 'person/dee-hart', 'place/port-elm'])
    const further = selectGraph(small, { around: 'Port Elm', steps: 2, relation: ['located-in', 'chairs'] })
      .source.graph
    expect(further.edges()).toEqual(
      [
        keys.chairs,
        'organization/harbour-board|located-in|place/port-elm|positive',
        'person/dee-hart|located-in|place/port-elm|positive',
      ].toSorted(),
    )
  })
})
