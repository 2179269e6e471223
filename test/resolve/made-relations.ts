import type { Entity, Evidence, Modality, Polarity, Relation, Time } from '../../src/model/index.ts'

/** What a test says of a row of evidence: the rest is made up around it. */
export interface MadeRow {
  readonly document?: string
  readonly modality?: Modality
  readonly speakers?: readonly string[]
  readonly times?: readonly Time[]
  readonly quote?: string
  /** The words of subject and object in the quote; the labels of the nodes unless given. */
  readonly words?: readonly [subject: string, object: string]
  readonly copyOf?: string
}

export interface MadeRelation {
  readonly polarity?: Polarity
  readonly confidence?: number
  readonly times?: readonly Time[]
  readonly rows?: readonly MadeRow[]
}

/** `type/name` as a node: the name is the label, in small letters with hyphens its key. */
export function entity(type: string, label: string, more: Partial<Entity> = {}): Entity {
  const key = `${type.toLowerCase()}/${label.toLowerCase().replaceAll(' ', '-')}`
  const kind = type === 'Date' ? 'value' : /^[A-Z]/.test(label) ? 'named' : 'nominal'
  return {
    key,
    label,
    type,
    aliases: [],
    mentions: [{ document: 'a.txt', start: 0, end: label.length, kind }],
    ...more,
  }
}

/** A relation between two nodes, asserted once in `a.txt` unless its rows say otherwise. */
export function relation(source: Entity, name: string, target: Entity, made: MadeRelation = {}): Relation {
  const { polarity = 'positive', confidence = 0.9, rows = [{}] } = made
  const evidence = rows.map((row, index): Evidence => {
    const [subject, object] = row.words ?? [source.label, target.label]
    const quote = row.quote ?? `${subject} ${name} ${object}.`
    const at = (words: string) => {
      const start = quote.indexOf(words)
      if (start < 0) throw new Error(`"${words}" is not in "${quote}"`)
      return { start, end: start + words.length }
    }
    return {
      document: row.document ?? 'a.txt',
      start: 0,
      end: quote.length,
      quote,
      claim: `${source.key} ${name} ${target.key} ${polarity} ${index}`,
      subject: at(subject),
      relation: { start: 0, end: 1 },
      object: at(object),
      extractor: 'made',
      rule: 'made',
      confidence,
      modality: row.modality ?? (polarity === 'negative' && row.speakers ? 'denied' : 'asserted'),
      speakers: row.speakers ?? [],
      times: row.times ?? made.times ?? [],
      qualifiers: [],
      ...(row.copyOf === undefined ? {} : { copyOf: row.copyOf }),
    }
  })
  const order: Modality[] = ['denied', 'conditional', 'future', 'opinion', 'alleged', 'reported', 'asserted']
  const strongest = order.findLast((m) => evidence.some((row) => row.modality === m))!
  return {
    key: `${source.key}|${name}|${target.key}|${polarity}`,
    source: source.key,
    target: target.key,
    relation: name,
    label: name.replaceAll('-', ' '),
    polarity,
    open: false,
    modality: strongest,
    modalities: { [strongest]: evidence.length },
    times: [...(made.times ?? evidence.flatMap((row) => row.times))],
    confidence,
    origins: 1,
    documents: new Set(evidence.map((row) => row.document)).size,
    evidence,
  }
}

/** A time from its ISO form: `2031`, `2031-03`, `2017/2019`, `2017/` (since). */
export function time(iso: string): Time {
  const [start, end] = iso.split('/')
  const granularity = start!.length === 4 ? 'year' : start!.length === 7 ? 'month' : 'day'
  if (end === undefined) return { kind: 'at', start: start!, end: start!, granularity, text: iso }
  return { kind: 'span', start: start!, ...(end === '' ? {} : { end }), granularity, text: iso }
}
