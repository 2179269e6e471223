import { join } from 'node:path'
import { buildGraph, replaceFile, writeGraph } from '../../src/graph/index.ts'
import type { Evidence, Modality, Polarity, Relation, Time } from '../../src/model/index.ts'

const text =
  'Ada Carver has worked for the Harbour Board since 2019. Hugo Ito criticised Ada Carver. Mr Ito denies that he criticised Ms Carver. The Harbour Board sits in Port Ness.'
const document = 'ness.txt'
const at = (words: string, from = 0): { start: number; end: number } => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}
const since: Time = { kind: 'span', start: '2019', granularity: 'year', text: 'since 2019' }

interface Said {
  readonly source: string
  readonly relation: string
  readonly target: string
  readonly sentence: string
  readonly words: readonly [subject: string, relation: string, object: string]
  readonly polarity?: Polarity
  readonly modality?: Modality
  readonly speakers?: readonly string[]
  readonly times?: Time[]
}

function relationOf(said: Said): Relation {
  const { source, relation, target, sentence, words, polarity = 'positive', modality = 'asserted' } = said
  const place = at(sentence)
  const [subject, verb, object] = words.map((part) => at(part, place.start))
  const times = said.times ?? []
  const evidence: Evidence = {
    document,
    ...place,
    quote: sentence,
    claim: `${relation}-${polarity}`,
    subject: subject!,
    relation: verb!,
    object: object!,
    extractor: 'written by hand',
    rule: 'test',
    confidence: 0.9,
    modality,
    speakers: said.speakers ?? [],
    times,
    qualifiers: [],
  }
  return {
    key: `${source}|${relation}|${target}|${polarity}`,
    source,
    target,
    relation,
    label: relation.replaceAll('-', ' '),
    polarity,
    open: false,
    modality,
    modalities: { [modality]: 1 },
    times,
    confidence: 0.9,
    origins: 1,
    documents: 1,
    evidence: [evidence],
  }
}

const relations = [
  relationOf({
    source: 'person/ada-carver',
    relation: 'works-for',
    target: 'organization/harbour-board',
    sentence: 'Ada Carver has worked for the Harbour Board since 2019.',
    words: ['Ada Carver', 'worked for', 'Harbour Board'],
    times: [since],
  }),
  relationOf({
    source: 'person/hugo-ito',
    relation: 'criticised',
    target: 'person/ada-carver',
    sentence: 'Hugo Ito criticised Ada Carver.',
    words: ['Hugo Ito', 'criticised', 'Ada Carver'],
  }),
  relationOf({
    source: 'person/hugo-ito',
    relation: 'criticised',
    target: 'person/ada-carver',
    sentence: 'Mr Ito denies that he criticised Ms Carver.',
    words: ['Mr Ito', 'criticised', 'Ms Carver'],
    polarity: 'negative',
    modality: 'denied',
    speakers: ['person/hugo-ito'],
  }),
  relationOf({
    source: 'organization/harbour-board',
    relation: 'located-in',
    target: 'place/port-ness',
    sentence: 'The Harbour Board sits in Port Ness.',
    words: ['Harbour Board', 'sits in', 'Port Ness'],
  }),
]

const entities = [
  { key: 'person/ada-carver', label: 'Ada Carver', type: 'Person', aliases: ['Ms Carver'] },
  { key: 'person/hugo-ito', label: 'Hugo Ito', type: 'Person', aliases: ['Mr Ito'] },
  { key: 'organization/harbour-board', label: 'Harbour Board', type: 'Organization', aliases: [] },
  { key: 'place/port-ness', label: 'Port Ness', type: 'Place', aliases: [] },
].map((entity) => ({ ...entity, mentions: [{ document, ...at(entity.label), kind: 'named' as const }] }))

/** Writes a graph of four entities and four relations, one of them denied, with its document. */
export function writeSmallGraph(out: string): void {
  const graph = buildGraph({
    entities,
    relations,
    types: new Map(['Person', 'Organization', 'Place'].map((type) => [type, { color: '#0072b2' }])),
    attributes: {
      format: 'redthread-graph',
      version: 1,
      schema: [{ name: 'made', version: '1', hash: '00' }],
      settings: {},
      counts: { documents: 1, entities: 4, relations: 4, evidence: 4 },
      contradictions: [{ kind: 'polarity', edges: [relations[1]!.key, relations[2]!.key] }],
    },
  })
  writeGraph(graph, out)
  const header = { id: document, source: document, hash: '00', format: 'text', language: 'en' }
  const line = {
    ...header,
    title: 'News of Ness',
    date: '2021-04-01',
    publisher: 'The Quay',
    text,
    zones: [],
  }
  replaceFile(join(out, 'documents.jsonl'), [`${JSON.stringify(line)}\n`])
}
