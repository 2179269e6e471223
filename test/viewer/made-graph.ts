import { buildGraph, type RedthreadGraph, seededRandom } from '../../src/graph/index.ts'
import type { Modality } from '../../src/model/claim.ts'
import type { Document, Zone } from '../../src/model/document.ts'
import type { EdgeAttributes, Entity, Evidence } from '../../src/model/graph.ts'

/** How large a graph is made, and from which seed. */
export interface MadeSize {
  readonly nodes: number
  readonly edges: number
  readonly seed?: number
}

export interface Made {
  readonly graph: RedthreadGraph
  readonly documents: Document[]
}

/** Labels that break careless pages: markup, right to left, emoji, very long, empty, with line breaks. */
export const hostileLabels: readonly string[] = [
  '</script><script>window.broken = true</script>',
  '<!-- <script> <b>bold</b> & "quoted"',
  'مجلس المدينة للمياه',
  '👩‍👩‍👧‍👦 Families of Quay 🏳️‍🌈 Street',
  `Long ${'very '.repeat(99)}long`,
  'Two\nlines\tand a tab',
  '\u202Ereversed\u202C name',
]

const types = ['person', 'organisation', 'place', 'role', 'event', 'work', 'group', 'value']
const given = 'Ada Bela Ciro Dora Emil Fay Gus Hana Ivo June Karl Lena Milo Nora Otis Pia Quin Rosa'.split(
  ' ',
)
const family =
  'Abbot Brandt Castell Dunmore Elswick Farrow Garrick Holm Ingram Jarrow Keld Lomax Marsh Nye Orme Pell'.split(
    ' ',
  )
const places = 'Harbour Mill Bridge Quay Orchard Station Castle River Market Foundry Chapel Meadow'.split(' ')
const bodies = ['Council', 'Trust', 'Water Board', 'Union', 'Inspectorate', 'Works', 'Committee', 'Gazette']
const relations: readonly [string, string][] = [
  ['works-for', 'works for'],
  ['met-with', 'met with'],
  ['criticised', 'criticised'],
  ['appointed', 'appointed'],
  ['paid', 'paid'],
  ['resigned-from', 'resigned from'],
  ['located-in', 'is located in'],
  ['has-confidence-in', 'has confidence in'],
  ['published', 'published'],
  ['owns', 'owns'],
]
const modalities: readonly Modality[] = [
  'asserted',
  'asserted',
  'asserted',
  'reported',
  'reported',
  'alleged',
  'opinion',
  'future',
  'conditional',
  'denied',
]

interface Row {
  readonly edge: number
  readonly start: number
  readonly end: number
  readonly subject: { start: number; end: number }
  readonly relation: { start: number; end: number }
  readonly object: { start: number; end: number }
}

/**
 * A graph of the file contract that looks like one read from news: communities with hubs, parallel
 * edges, self-loops, negative edges, speakers, copies; every quote a true slice of its document. The first
 * labels are hostile ones.
 */
export function madeGraph({ nodes, edges, seed = 1 }: MadeSize): Made {
  const random = seededRandom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const communities = Math.max(1, Math.round(Math.sqrt(nodes) / 2))
  const made = Array.from({ length: nodes }, (_, node) => {
    const type = types[node % 3 === 0 ? 0 : below(types.length)]!
    const label =
      node < hostileLabels.length && nodes > 20 ? hostileLabels[node]! : makeLabel(type, node, pick)
    return { key: `${type}/${node}`, label, type }
  })
  const ends: [number, number][] = []
  while (ends.length < edges && nodes > 0) {
    const last = ends.at(-1)
    const chance = random()
    if (last !== undefined && chance < 0.08) ends.push([...last])
    else if (last !== undefined && chance < 0.11) ends.push([last[1], last[0]])
    else if (chance < 0.12) {
      const node = below(nodes)
      ends.push([node, node])
    } else {
      // squared: a few nodes have most of the relations
      const source = Math.floor(random() ** 2.2 * nodes)
      const near = random() < 0.85
      const other = Math.floor(random() ** 1.6 * nodes)
      const target = near
        ? Math.min(nodes - 1, other - (other % communities) + (source % communities))
        : other
      if (source !== target || nodes < 2) ends.push([source, target])
    }
  }
  const chosen = ends.map(() => ({
    relation: pick(relations),
    negative: random() < 0.06,
    rows: 1 + (random() < 0.3 ? 1 + below(3) : 0),
    speaker: random() < 0.35 && nodes > 0 ? below(nodes) : -1,
    modality: pick(modalities),
  }))
  const documentCount = Math.max(1, Math.min(2000, Math.ceil(edges / 12)))
  const written = Array.from({ length: documentCount }, () => [] as number[])
  chosen.forEach(({ rows }, edge) => {
    for (let row = 0; row < rows; row++) written[below(documentCount)]!.push(edge)
  })
  const documents: Document[] = []
  const evidence: Evidence[][] = ends.map(() => [])
  written.forEach((list, number) => {
    const { document, rows } = writeDocument(number, list, (edge) => {
      const { relation, negative, speaker } = chosen[edge]!
      const [source, target] = ends[edge]!
      return {
        subject: made[source]!.label,
        relation: negative ? `never ${relation[1]}` : relation[1],
        object: made[target]!.label,
        speaker: speaker < 0 ? undefined : made[speaker]!.label,
      }
    })
    documents.push(document)
    for (const row of rows) {
      const { modality, speaker, negative } = chosen[row.edge]!
      evidence[row.edge]!.push({
        document: document.id,
        start: row.start,
        end: row.end,
        quote: document.text.slice(row.start, row.end),
        claim: `c${number}-${row.start}`,
        subject: row.subject,
        relation: row.relation,
        object: row.object,
        extractor: 'made',
        rule: 'made',
        confidence: 0.4 + ((row.edge * 37) % 60) / 100,
        modality: negative ? 'denied' : modality,
        speakers: speaker < 0 ? [] : [made[speaker]!.key],
        times:
          row.edge % 5 === 0
            ? [{ kind: 'at', start: '2021-03', end: '2021-03', granularity: 'month', text: 'in March 2021' }]
            : [],
        qualifiers: [],
      })
    }
  })
  const entities = made.map(
    ({ key, label, type }, node): Entity => ({
      key,
      label,
      type,
      aliases: [label, `${label.slice(0, 12)} (${node})`],
      mentions: [],
    }),
  )
  const mentioned = new Map(entities.map((entity) => [entity.key, entity]))
  const edgeList = ends.flatMap(([source, target], edge) => {
    const rows = evidence[edge]!
    if (rows.length === 0) return []
    for (const row of rows) {
      mentioned
        .get(made[source]!.key)!
        .mentions.push({ document: row.document, ...row.subject, kind: 'named' })
      mentioned
        .get(made[target]!.key)!
        .mentions.push({ document: row.document, ...row.object, kind: 'named' })
    }
    return [
      {
        key: `e${edge}`,
        source: made[source]!.key,
        target: made[target]!.key,
        ...edgeAttributes(chosen[edge]!, rows),
      },
    ]
  })
  const negative = edgeList.find(({ polarity }) => polarity === 'negative')
  const positive = edgeList.find(({ polarity }) => polarity === 'positive')
  const graph = buildGraph({
    entities,
    relations: edgeList,
    types: new Map(),
    attributes: {
      format: 'redthread-graph',
      version: 1,
      schema: [],
      settings: {},
      counts: {
        documents: documents.length,
        entities: nodes,
        relations: edgeList.length,
        evidence: evidence.flat().length,
      },
      contradictions:
        negative === undefined || positive === undefined
          ? []
          : [{ kind: 'said-and-denied', edges: [positive.key, negative.key] }],
    },
  })
  return { graph, documents }
}

function makeLabel(type: string, node: number, pick: <T>(list: readonly T[]) => T): string {
  const number = node > 400 ? ` ${node}` : ''
  if (type === 'person') return `${pick(given)} ${pick(family)}${number}`
  if (type === 'organisation') return `${pick(places)} ${pick(bodies)}${number}`
  if (type === 'place') return `${pick(places)} ${pick(['Street', 'Town', 'Island'])}${number}`
  if (type === 'role') return `head of the ${pick(places)} ${pick(bodies)}${number}`
  if (type === 'event') return `the ${pick(places)} inquiry${number}`
  if (type === 'work') return `The ${pick(places)} Report${number}`
  if (type === 'group') return `${2 + (node % 40)} ${pick(['officers', 'residents', 'nurses'])}${number}`
  return `${1 + (node % 28)} March ${1990 + (node % 35)}`
}

function edgeAttributes(
  { relation, negative }: { relation: readonly [string, string]; negative: boolean },
  rows: Evidence[],
): EdgeAttributes {
  const modalities: Partial<Record<Modality, number>> = {}
  for (const row of rows) modalities[row.modality] = (modalities[row.modality] ?? 0) + 1
  const documents = new Set(rows.map((row) => row.document)).size
  return {
    relation: relation[0],
    label: relation[1],
    polarity: negative ? 'negative' : 'positive',
    open: false,
    modality: rows[0]!.modality,
    modalities,
    times: rows.flatMap((row) => row.times).slice(0, 1),
    confidence: Math.max(...rows.map((row) => row.confidence)),
    origins: Math.max(1, documents - (documents > 2 ? 1 : 0)),
    documents,
    evidence: rows,
  }
}

/** An article of one sentence for each edge, with a title and a credit that are not running story. */
function writeDocument(
  number: number,
  edges: readonly number[],
  say: (edge: number) => { subject: string; relation: string; object: string; speaker: string | undefined },
): { document: Document; rows: Row[] } {
  const title = `What happened on day ${number + 1}`
  const zones: Zone[] = [{ start: 0, end: title.length, kind: 'title', rule: 'made' }]
  let text = `${title}\n\n`
  const rows: Row[] = []
  edges.forEach((edge, place) => {
    if (place % 4 === 2) text += 'Nobody could say how long the meeting would last. '
    const { subject, relation, object, speaker } = say(edge)
    const start = text.length
    const from = start + (speaker === undefined ? 0 : speaker.length + 11)
    text += `${speaker === undefined ? '' : `${speaker} said that `}${subject} ${relation} ${object}.`
    const at = from + subject.length + 1
    rows.push({
      edge,
      start,
      end: text.length,
      subject: { start: from, end: from + subject.length },
      relation: { start: at, end: at + relation.length },
      object: { start: at + relation.length + 1, end: at + relation.length + 1 + object.length },
    })
    text += place % 3 === 2 ? '\n\n' : ' '
  })
  const credit = 'Photograph: the archive'
  zones.push({ start: text.length, end: text.length + credit.length, kind: 'credit', rule: 'made' })
  text += credit
  const month = String(1 + (number % 12)).padStart(2, '0')
  const day = String(1 + (number % 28)).padStart(2, '0')
  return {
    rows,
    document: {
      id: `made/${String(number).padStart(4, '0')}.txt`,
      source: `made/${String(number).padStart(4, '0')}.txt`,
      hash: String(number),
      format: 'txt',
      title,
      date: `${2020 + (number % 4)}-${month}-${day}`,
      publisher: ['The Harbour Gazette', 'Morning Post of Milltown', 'Quay Radio'][number % 3]!,
      language: 'en',
      text,
      zones,
    },
  }
}
