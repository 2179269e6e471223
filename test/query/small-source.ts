import { buildGraph, type DocumentHeader, type OpenedGraph } from '../../src/graph/index.ts'
import type { Entity, Evidence, Modality, Relation, Time } from '../../src/model/index.ts'

const entity = (key: string, label: string, type: string, aliases: string[] = []): Entity => ({
  key,
  label,
  type,
  aliases,
  mentions: [{ document: 'a.txt', start: 0, end: label.length, kind: 'named' }],
})

interface Row {
  readonly document?: string
  readonly modality?: Modality
  readonly speakers?: string[]
  readonly quote?: string
}

/** Every row stands at a place of its own. */
let nextStart = 0

function relation(
  source: string,
  name: string,
  target: string,
  rows: readonly Row[],
  rest: Partial<Relation> = {},
): Relation {
  const evidence = rows.map(
    ({ document = 'a.txt', modality = 'asserted', speakers = [], quote }, i): Evidence => {
      const words = quote ?? `${source} ${name} ${target}.`
      const start = nextStart
      nextStart += words.length + 1
      return {
        document,
        start: i * 100,
        end: i * 100 + words.length,
        quote: words,
        claim: `${source}|${name}|${target}|${i}`,
        subject: { start, end: start + 1 },
        relation: { start: start + 1, end: start + 2 },
        object: { start: start + 2, end: start + 3 },
        extractor: 'hand',
        rule: 'hand/written',
        confidence: 0.9,
        modality,
        speakers,
        times: [],
        qualifiers: [],
      }
    },
  )
  const polarity = rest.polarity ?? 'positive'
  return {
    key: `${source}|${name}|${target}|${polarity}`,
    source,
    target,
    relation: name,
    label: name.replaceAll('-', ' '),
    polarity,
    open: false,
    modality: evidence[0]!.modality,
    modalities: { [evidence[0]!.modality]: evidence.length },
    times: [],
    confidence: 0.9,
    origins: new Set(evidence.map(({ document }) => document)).size,
    documents: new Set(evidence.map(({ document }) => document)).size,
    evidence,
    ...rest,
  }
}

const year = (start: string, end?: string): Time => ({
  kind: end === undefined ? 'span' : 'at',
  start,
  ...(end !== undefined && { end }),
  granularity: 'year',
  text: start,
})

const ada = 'person/ada-hart'
const ines = 'person/ines-o-farrell'
const bo = 'person/bo-ek'
const dee = 'person/dee-hart'
const board = 'organization/harbour-board'
const town = 'place/port-elm'
const union = 'organization/dock-union'

export const entities: readonly Entity[] = [
  entity(ada, 'Ada Hart', 'Person', ['Captain Hart', 'A. Hart']),
  entity(dee, 'Dee Hart', 'Person'),
  entity(ines, 'Inês O’Farrell', 'Person', ['Ines']),
  entity(bo, 'Bo Ek', 'Person'),
  entity(board, 'Harbour Board', 'Organization', ['the board']),
  entity(union, 'Dock Union', 'Organization'),
  entity(town, 'Port Elm', 'Place'),
  { ...entity('event/audit', 'audit', 'Event'), time: year('2018', '2018') },
  entity('value/2019', '2019', 'Date'),
  entity('person/alone', 'Nobody Known', 'Person'),
]

export const keys = {
  chairs: `${ada}|chairs|${board}|positive`,
  criticised: `${union}|criticised|${ada}|positive`,
  noFaith: `${union}|has-confidence-in|${ada}|negative`,
  faith: `${union}|has-confidence-in|${ada}|positive`,
  resigned: `${ada}|resigned-from|${board}|positive`,
}

export const relationList: readonly Relation[] = [
  relation(ada, 'chairs', board, [{}, { document: 'b.txt' }], { times: [year('2017')] }),
  relation(
    ada,
    'resigned-from',
    board,
    [
      {
        document: 'b.txt',
        modality: 'reported',
        speakers: [ines],
        quote: 'Ada Hart has left the Harbour Board, Inês O’Farrell said.',
      },
    ],
    {
      times: [{ kind: 'at', start: '2020-03', end: '2020-03', granularity: 'month', text: 'in March 2020' }],
    },
  ),
  relation(union, 'criticised', ada, [
    { modality: 'alleged', speakers: [ines] },
    { modality: 'asserted', document: 'b.txt' },
  ]),
  relation(union, 'has-confidence-in', ada, [{ modality: 'denied', speakers: [union] }], {
    polarity: 'negative',
  }),
  relation(union, 'has-confidence-in', ada, [{ document: 'b.txt' }]),
  relation(ines, 'works-for', union, [{}], { confidence: 0.4 }),
  relation(bo, 'works-for', union, [{}], {
    times: [{ kind: 'before', end: '2016', granularity: 'year', text: 'before 2016' }],
  }),
  relation(board, 'located-in', town, [{}]),
  relation(dee, 'located-in', town, [{}]),
  relation(bo, 'born-in', 'value/2019', [{}]),
  relation(dee, 'born-in', 'value/2019', [{}]),
  relation(board, 'ordered', 'event/audit', [{}]),
]

const documents: readonly DocumentHeader[] = [
  {
    id: 'a.txt',
    source: 'a.txt',
    hash: 'a',
    format: 'txt',
    title: 'First report',
    date: '2021-05-01',
    publisher: 'Gazette',
    language: 'en',
  },
  { id: 'b.txt', source: 'b.txt', hash: 'b', format: 'txt', language: 'en' },
]

/** A graph of ten entities whose answers can be told by hand. */
export const small: OpenedGraph = {
  graph: buildGraph({
    entities,
    relations: relationList,
    types: new Map(),
    attributes: {
      format: 'redthread-graph',
      version: 1,
      schema: [],
      settings: {},
      counts: { documents: 2, entities: entities.length, relations: relationList.length, evidence: 15 },
      contradictions: [{ kind: 'polarity', edges: [keys.noFaith, keys.faith] }],
    },
  }),
  documents: new Map(documents.map((document) => [document.id, document])),
}
