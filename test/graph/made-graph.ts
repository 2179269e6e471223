import { type GraphParts, hash32, seededRandom } from '../../src/graph/index.ts'
import {
  type Document,
  type Entity,
  type Evidence,
  type Modality,
  modalities,
  type Relation,
  type Time,
} from '../../src/model/index.ts'

/** Parts of a graph that obeys the file contract, with the documents that its evidence was read from. */
export interface MadeCorpus extends GraphParts {
  readonly documents: readonly Document[]
}

export interface CorpusSize {
  readonly seed?: number
  readonly entities?: number
  readonly relations?: number
  readonly documents?: number
}

const given = ['Ada', 'Bruno', 'Chloé', 'Dilip', 'Ebba', 'Farouk', 'Greta', 'Hugo', 'Inês', 'Jonas']
const family = ['Abbott', 'Bărbat', 'Carver', 'Dube', 'Ekström', "O'Farrell", 'Grün', 'Hart', 'Ito', 'Keller']
const kinds = [
  { type: 'Person', label: (n: number) => `${given[n % 10]} ${family[Math.floor(n / 10) % 10]}` },
  { type: 'Organization', label: (n: number) => `Harbour Board ${n}` },
  { type: 'Place', label: (n: number) => `Port ${n}` },
  { type: 'Role', label: (n: number) => `warden of dock ${n}` },
  { type: 'Date', label: (n: number) => `20${10 + (n % 20)}-0${1 + (n % 9)}` },
]
const relationTypes = [
  { relation: 'works-for', label: 'works for', verb: 'works for', open: false },
  { relation: 'located-in', label: 'located in', verb: 'lies in', open: false },
  { relation: 'criticised', label: 'criticised', verb: 'criticised', open: false },
  { relation: 'met-with', label: 'met with', verb: 'met with', open: true },
]
const colors: Record<string, string> = {
  Person: '#0072b2',
  Organization: '#d55e00',
  Place: '#009e73',
  Role: '#cc79a7',
  Date: '#b3b3b3',
}

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')

/**
 * Entities, relations and documents made from a seed: every quote is a slice of its document, and every
 * span of an argument slices to the label of its entity.
 */
export function madeCorpus(size: CorpusSize = {}): MadeCorpus {
  const {
    seed = 1,
    entities: entityCount = 40,
    relations: relationCount = 80,
    documents: documentCount = 6,
  } = size
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

  const entities = new Map<string, Entity>()
  for (let n = 0; n < entityCount; n++) {
    const kind = kinds[n % kinds.length]!
    const number = Math.floor(n / kinds.length)
    let label = kind.label(number)
    if (kind.type === 'Person' && number >= 100) label += ` ${number}`
    const prefix = kind.type === 'Date' ? 'value' : kind.type.toLowerCase()
    const key = `${prefix}/${slug(label)}`
    if (entities.has(key)) continue
    const aliases = kind.type === 'Person' ? [label.split(' ').slice(1).join(' ')] : []
    entities.set(key, { key, label, type: kind.type, aliases, mentions: [] })
  }
  const actors = [...entities.values()].filter((entity) => entity.type !== 'Date')
  const all = [...entities.values()]

  const texts = Array.from({ length: documentCount }, (_, n) => [`Report number ${n}.\n\n`])
  const lengths = texts.map((pieces) => pieces[0]!.length)
  const documentId = (n: number): string => `reports/${String(n).padStart(4, '0')}.txt`
  const relations = new Map<string, Relation>()
  const tries = relationCount * 5
  for (let n = 0; n < tries && relations.size < relationCount; n++) {
    const subject = pick(actors)
    const object = random() < 0.1 ? pick(all) : pick(actors)
    const type = pick(relationTypes)
    const polarity = random() < 0.15 ? 'negative' : 'positive'
    const key = `${subject.key}|${type.relation}|${object.key}|${polarity}`
    if (subject === object || relations.has(key)) continue
    const evidence: Evidence[] = []
    const rows = 1 + Math.floor(random() * 3)
    for (let row = 0; row < rows; row++) {
      const at = Math.floor(random() * documentCount)
      const document = documentId(at)
      const start = lengths[at]!
      const verb = polarity === 'negative' ? `never ${type.verb}` : type.verb
      const quote = `${subject.label} ${verb} ${object.label} <&> "${n}" in 2019.`
      texts[at]!.push(quote, ' ')
      lengths[at] = start + quote.length + 1
      const relationStart = start + subject.label.length + 1
      const objectStart = relationStart + verb.length + 1
      const modality: Modality = polarity === 'negative' ? 'denied' : pick(modalities.slice(3))
      const speakers = modality === 'asserted' ? [] : [pick(actors).key]
      const time: Time = { kind: 'at', start: '2019', end: '2019', granularity: 'year', text: 'in 2019' }
      evidence.push({
        document,
        start,
        end: start + quote.length,
        quote,
        claim: hash32(`${document}:${start}`).toString(16).padStart(8, '0'),
        subject: { start, end: start + subject.label.length },
        relation: { start: relationStart, end: relationStart + verb.length },
        object: { start: objectStart, end: objectStart + object.label.length },
        extractor: 'made',
        rule: 'made/sentence',
        confidence: 0.5 + Math.floor(random() * 50) / 100,
        modality,
        speakers,
        times: random() < 0.5 ? [time] : [],
        qualifiers: [],
      })
      for (const [entity, from] of [
        [subject, start],
        [object, objectStart],
      ] as const)
        entity.mentions.push({ document, start: from, end: from + entity.label.length, kind: 'named' })
    }
    const counts: Partial<Record<Modality, number>> = {}
    for (const { modality } of evidence) counts[modality] = (counts[modality] ?? 0) + 1
    const documents = new Set(evidence.map((row) => row.document)).size
    relations.set(key, {
      key,
      source: subject.key,
      target: object.key,
      relation: type.relation,
      label: type.label,
      polarity,
      open: type.open,
      modality: modalities.findLast((modality) => counts[modality])!,
      modalities: counts,
      times: evidence.flatMap((row) => row.times).slice(0, 1),
      confidence: Math.max(...evidence.map((row) => row.confidence)),
      origins: documents,
      documents,
      evidence,
    })
  }
  const contradictions = [...relations.keys()]
    .filter((key) => key.endsWith('|positive') && relations.has(key.replace(/positive$/, 'negative')))
    .map((key) => ({ kind: 'polarity', edges: [key, key.replace(/positive$/, 'negative')] }))
  return {
    entities: all,
    relations: [...relations.values()],
    types: new Map(Object.entries(colors).map(([name, color]) => [name, { color }])),
    attributes: {
      format: 'redthread-graph',
      version: 1,
      schema: [{ name: 'made', version: '1', hash: '00' }],
      settings: { seed },
      counts: {
        documents: documentCount,
        entities: entities.size,
        relations: relations.size,
        evidence: [...relations.values()].reduce((sum, relation) => sum + relation.evidence.length, 0),
      },
      contradictions,
    },
    documents: texts.map((pieces, n) => ({
      id: documentId(n),
      source: documentId(n),
      hash: hash32(pieces.join('')).toString(16),
      format: 'txt',
      title: `Report number ${n}`,
      date: `2020-01-${String(1 + (n % 28)).padStart(2, '0')}`,
      publisher: n % 2 === 0 ? 'The Quay Gazette' : 'Tide & Times',
      language: 'en',
      text: pieces.join(''),
      zones: [],
    })),
  }
}
