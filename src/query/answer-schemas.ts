import { modalities } from '../model/index.ts'
import type { ItemName } from './questions.ts'

/** A JSON Schema (draft 2020-12), as far as the answer model needs it. */
export type JsonSchema = Readonly<Record<string, unknown>>

const text: JsonSchema = { type: 'string' }
const whole: JsonSchema = { type: 'integer', minimum: 0 }
const fraction: JsonSchema = { type: 'number', minimum: 0, maximum: 1 }
const flag: JsonSchema = { type: 'boolean' }
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items })

/** An object with these properties and no others; a name that ends in `?` may be missing. */
function shape(description: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const names = Object.keys(properties)
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), properties[name]!])),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  }
}

/** The shapes of all answers by name; `root` is where they refer to each other, as in `#/components/schemas/`. */
export function answerSchemas(root: string): Readonly<Record<ItemName | SharedName, JsonSchema>> {
  const ref = (name: ItemName | SharedName): JsonSchema => ({ $ref: `${root}${name}` })
  const entity = { key: text, label: text, type: text }
  const place = { document: text, start: whole, end: whole }
  const span = shape('A place in a text, in UTF-16 code units, half-open.', { start: whole, end: whole })
  const note = shape('What a person noted.', { text, 'by?': text, 'when?': text })
  const mention = shape('A mention.', { ...place, words: text })
  const join = {
    from: mention,
    to: mention,
    rule: text,
    score: fraction,
    'features?': { type: 'object', additionalProperties: { type: 'number' } },
    'because?': text,
  }
  return {
    EntityRef: shape('An entity as answers refer to it.', entity),
    Time: shape('When something holds; `at` is somewhere within start to end, `span` throughout.', {
      kind: { enum: ['at', 'span', 'before', 'after'] },
      'start?': text,
      'end?': text,
      granularity: { enum: ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute'] },
      text,
    }),
    Modality: { enum: modalities, description: 'How a thing is put forward, weakest first.' },
    Evidence: shape('The exact words that a relation was read from, where they stand and who says them.', {
      ...place,
      quote: text,
      'title?': text,
      'date?': text,
      'publisher?': text,
      'url?': text,
      modality: ref('Modality'),
      speakers: listOf(ref('EntityRef')),
      times: listOf(ref('Time')),
      confidence: fraction,
      extractor: text,
      rule: text,
      claim: text,
      spans: shape('Where subject, relation and object stand in the document.', {
        subject: span,
        relation: span,
        object: span,
      }),
      qualifiers: listOf(
        shape('A further argument.', {
          role: text,
          'entity?': ref('EntityRef'),
          'value?': text,
          start: whole,
          end: whole,
        }),
      ),
      'copyOf?': text,
      'implied?': { enum: ['subject'] },
    }),
    Relation: shape('A relation between two entities, with its evidence where it was asked for.', {
      key: text,
      subject: ref('EntityRef'),
      relation: text,
      label: text,
      object: ref('EntityRef'),
      polarity: { enum: ['positive', 'negative'] },
      open: flag,
      modality: ref('Modality'),
      modalities: {
        type: 'object',
        additionalProperties: whole,
        description: 'Rows of evidence by modality.',
      },
      times: listOf(ref('Time')),
      confidence: fraction,
      origins: whole,
      documents: whole,
      'decision?': text,
      'supersededBy?': text,
      'notes?': listOf(note),
      'derived?': flag,
      'derivation?': shape('The rule of a derived relation, and the keys of the relations it follows from.', {
        rule: text,
        paths: listOf(listOf(text)),
      }),
      'evidence?': listOf(ref('Evidence')),
    }),
    NameMatch: shape('How a name of the question was understood.', {
      asked: text,
      entities: listOf(
        shape('An entity that the name stands for.', {
          ...entity,
          matched: text,
          as: { enum: ['key', 'former key', 'label', 'alias', 'part of a name'] },
        }),
      ),
    }),
    Entity: shape('An entity and how much is known of it.', {
      ...entity,
      aliases: listOf(text),
      mentions: whole,
      documents: whole,
      relations: whole,
      rank: fraction,
    }),
    EntityCard: shape('All that the graph has of one entity.', {
      ...entity,
      aliases: listOf(text),
      'time?': ref('Time'),
      'count?': { type: 'number' },
      'links?': listOf(shape('The same thing elsewhere.', { id: text, score: { type: 'number' } })),
      'formerKeys?': listOf(text),
      'decisions?': listOf(text),
      'notes?': listOf(note),
      community: whole,
      rank: fraction,
      mentions: listOf(shape('A place that refers to it.', { ...place, kind: text })),
      said: listOf(shape('A passage that it says.', place)),
      documents: listOf(
        shape('A document that mentions it.', {
          document: text,
          'title?': text,
          'date?': text,
          mentions: whole,
        }),
      ),
      does: listOf(ref('Relation')),
      undergoes: listOf(ref('Relation')),
      contradictions: whole,
    }),
    EvidenceItem: shape('A passage and the relation that was read from it.', {
      passage: ref('Evidence'),
      relation: ref('Relation'),
    }),
    Path: shape('A way from one entity to another.', {
      entities: listOf(ref('EntityRef')),
      steps: listOf(
        shape('Two entities of the path and all that connects them.', {
          from: ref('EntityRef'),
          to: ref('EntityRef'),
          relations: listOf(ref('Relation')),
        }),
      ),
    }),
    Neighbour: shape('An entity one step away.', {
      entity: ref('EntityRef'),
      relations: listOf(ref('Relation')),
    }),
    TimelineEntry: shape(
      'A relation at one of its times; `told` where only the date of a document is known.',
      {
        when: text,
        'time?': ref('Time'),
        basis: { enum: ['time', 'told'] },
        relation: ref('Relation'),
      },
    ),
    Hit: {
      description: 'What has the words: an entity by one of its names, or a passage.',
      oneOf: [
        shape('An entity.', { kind: { const: 'entity' }, entity: ref('EntityRef'), matched: text }),
        shape('A passage and what was read from it.', {
          kind: { const: 'passage' },
          passage: ref('Evidence'),
          relations: listOf(ref('Relation')),
        }),
      ],
    },
    Contradiction: shape('Relations that cannot all hold.', {
      kind: text,
      relations: listOf(ref('Relation')),
    }),
    Why: {
      description: 'A relation, or a join that made two mentions one thing.',
      oneOf: [ref('Relation'), ref('Join')],
    },
    Join: shape('Why two mentions are one thing, or why they are not.', join),
    Figure: shape('One figure.', { group: text, name: text, count: whole }),
  }
}

type SharedName = 'Join' | 'EntityRef' | 'Time' | 'Modality' | 'Evidence' | 'NameMatch'

/** The shape of an answer whose items have this shape. */
export function answerSchema(item: ItemName, root: string): JsonSchema {
  return shape('An answer: how names were understood, what was left out, and the items.', {
    question: text,
    matches: listOf({ $ref: `${root}NameMatch` }),
    notes: listOf(text),
    items: listOf({ $ref: `${root}${item}` }),
    ...(item === 'Why' && { 'apart?': { $ref: `${root}Join` } }),
  })
}
