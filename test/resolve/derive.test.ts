import { describe, expect, it } from 'vitest'
import type { Relation, Schema } from '../../src/model/index.ts'
import { deriveRelations } from '../../src/resolve/derive.ts'
import { compileSchema } from '../../src/schema/compile-schema.ts'
import { entity, relation, time } from './made-relations.ts'

const text = `name: made
types:
  Agent: {}
  Work: {}
  Event: {}
  Place: {}
relations:
  published: { subject: Agent, object: [Work, Event] }
  uncovered-in: { subject: Work, object: Event }
  located-in: { time: state, subject: [Agent, Place], object: Place }
rules:
  findings: { label: published findings of, if: [X published Y, Y uncovered-in Z], then: X published Z }
  places: { if: [X located-in Y, Y located-in Z], then: X located-in Z }
`
const { schema, problems } = compileSchema([{ file: 'made.yaml', text, hash: '' }])

const board = entity('Agent', 'Harbour Board')
const letters = entity('Work', 'letters')
const notes = entity('Work', 'notes')
const inquiry = entity('Event', 'Operation Lantern')
const [quay, ness, ost] = ['Quay', 'Ness', 'Ost'].map((name) => entity('Place', name))
const entities = [board, letters, notes, inquiry, quay!, ness!, ost!]
const derive = (relations: readonly Relation[], by: Schema = schema): readonly Relation[] =>
  deriveRelations(entities, relations, by).relations

describe('derived relations', () => {
  it('come from a schema without problems', () => expect(problems).toEqual([]))

  it('compose a path, with its evidence, its rule and its edges, and count as read nowhere', () => {
    const steps = [
      relation(board, 'published', letters),
      relation(letters, 'uncovered-in', inquiry, { confidence: 0.5 }),
    ]
    expect(derive(steps)).toEqual([
      {
        key: `${board.key}|published|${inquiry.key}|positive`,
        source: board.key,
        target: inquiry.key,
        relation: 'published',
        label: 'published findings of',
        polarity: 'positive',
        open: false,
        modality: 'asserted',
        modalities: { asserted: 1 },
        times: [],
        confidence: 0.45,
        origins: 0,
        documents: 0,
        derived: true,
        derivation: { rule: 'findings', paths: [steps.map(({ key }) => key)] },
        evidence: steps.flatMap(({ evidence }) => evidence),
      },
    ])
  })

  it.each([
    [['asserted', 'alleged'], 'alleged'],
    [['reported', 'asserted'], 'reported'],
    [['future', 'opinion'], 'future'],
  ] as const)('are as strong as their weakest step: %j', ([first, second], modality) => {
    const found = derive([
      relation(board, 'published', letters, { rows: [{ modality: first }] }),
      relation(letters, 'uncovered-in', inquiry, { rows: [{ modality: second }] }),
    ])
    expect(found.map((edge) => edge.modality)).toEqual([modality])
  })

  it('take the strongest of several paths and keep all of them', () => {
    const [edge] = derive([
      relation(board, 'published', letters, { rows: [{ modality: 'alleged' }] }),
      relation(letters, 'uncovered-in', inquiry),
      relation(board, 'published', notes),
      relation(notes, 'uncovered-in', inquiry),
    ])
    expect([edge!.modality, edge!.modalities, edge!.derivation!.paths.length, edge!.evidence.length]).toEqual(
      ['asserted', { asserted: 1, alleged: 1 }, 2, 4],
    )
  })

  it.each([
    ['a negative step', { polarity: 'negative' }],
    ['a condition', { rows: [{ modality: 'conditional' }] }],
  ] as const)('never follow from %s', (_, made) => {
    expect(
      derive([relation(board, 'published', letters, made), relation(letters, 'uncovered-in', inquiry)]),
    ).toEqual([])
  })

  it('leave a relation that was read as it was read', () => {
    expect(
      derive([
        relation(board, 'published', letters),
        relation(letters, 'uncovered-in', inquiry),
        relation(board, 'published', inquiry),
      ]),
    ).toEqual([])
  })

  it('do not build on each other, nor lead back to where they start', () => {
    const far = entity('Place', 'Far')
    const found = deriveRelations(
      [...entities, far],
      [
        relation(quay!, 'located-in', ness!),
        relation(ness!, 'located-in', ost!),
        relation(ost!, 'located-in', far),
        relation(ness!, 'located-in', quay!),
      ],
      schema,
    ).relations
    expect(found.map((edge) => `${edge.source} ${edge.target}`)).toEqual([
      'place/ness place/far',
      'place/quay place/ost',
    ])
  })

  it('do not join states of different times', () => {
    const moved = (first: string, second: string): readonly Relation[] =>
      derive([
        relation(board, 'located-in', quay!, { times: [time(first)] }),
        relation(quay!, 'located-in', ness!, { times: [time(second)] }),
      ])
    expect(moved('2001/2005', '2010/')).toEqual([])
    expect(moved('2001/2012', '2010/')).toHaveLength(1)
  })

  it('fit the types of the rule and of the relation', () => {
    const { schema: strict } = compileSchema([
      {
        file: 'made.yaml',
        text: text.replace('then: X published Z', 'then: X published Z, types: { Z: Place }'),
        hash: '',
      },
    ])
    const steps = [relation(board, 'published', letters), relation(letters, 'uncovered-in', inquiry)]
    expect(derive(steps, strict)).toEqual([])
    const place = relation(letters, 'uncovered-in', ness!)
    expect(derive([steps[0]!, place])).toEqual([])
  })

  it('are cut where a rule runs over, and say so', () => {
    const hub = entity('Place', 'Hub')
    const many = Array.from({ length: 300 }, (_, n) => entity('Place', `P${n}`))
    const made = many.flatMap((place) => [
      relation(place, 'located-in', hub),
      relation(hub, 'located-in', place),
    ])
    const { relations, problems: found } = deriveRelations([hub, ...many], made, schema)
    expect(relations).toHaveLength(50_000)
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['rule-limit', 'warning']])
  })
})
