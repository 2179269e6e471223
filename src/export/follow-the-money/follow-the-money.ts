import { type DocumentHeader, type OpenedGraph, timeText } from '../../graph/index.ts'
import { type EdgeAttributes, type Evidence, hashText, type Time } from '../../model/index.ts'
import { edgeLabel } from '../edge-label.ts'
import type { Exporter, ExportSettings } from '../exporter.ts'
import { labelOf } from '../label-of.ts'
import { mappedRelation, mappedType } from '../mappings.ts'
import { edgeTypes, isSchema } from './edge-types.ts'

/** An entity of FollowTheMoney: every property is a list of texts. */
interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

type Values = Record<string, (string | undefined)[]>

/** An id that FollowTheMoney takes: letters and digits of ASCII, hyphens, and a hash that tells keys apart. */
const ftmId = (key: string): string => {
  const readable = key
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${readable === '' ? 'x' : readable}-${hashText(key)}`
}
const documentId = (id: string): string => ftmId(`document:${id}`)

function line(id: string, schema: string, values: Values): string {
  const properties: Record<string, string[]> = {}
  for (const [name, list] of Object.entries(values)) {
    // FollowTheMoney takes no control characters and no empty texts.
    const texts = list.flatMap((text) => text?.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim() || [])
    if (texts.length > 0) properties[name] = [...new Set(texts)]
  }
  const entity: FtmEntity = { id, schema, properties }
  return `${JSON.stringify(entity)}\n`
}

/** The address of a document, where FollowTheMoney takes it. */
const webAddress = ({ url }: DocumentHeader): string | undefined =>
  url && /^https?:\/\//.test(url) ? url : undefined

/** A date as FollowTheMoney has it, cut to what is known. */
const date = (text: string | undefined): string | undefined => /^\d{4}(-\d\d(-\d\d)?)?/.exec(text ?? '')?.[0]

function dates(times: readonly Time[]): Values {
  const single = times.length === 1 ? times[0]! : undefined
  if (!single) return {}
  const { kind, start, end } = single
  if (kind === 'at' && (end === undefined || end === start)) return { date: [date(start)] }
  if (kind === 'at' || kind === 'span') return { startDate: [date(start)], endDate: [date(end)] }
  return {}
}

/** A passage with where it stands, who says it and how: what FollowTheMoney has no fields for. */
function passage(row: Evidence, source: OpenedGraph): string {
  const header = source.documents.get(row.document)
  const speakers = row.speakers.map((key) => labelOf(source, key))
  const parts = [
    [header?.title, header?.publisher, header?.date].filter(Boolean).join(', '),
    `${row.document}:${row.start}-${row.end}`,
    row.modality,
    speakers.length > 0 ? `said by ${speakers.join(', quoting ')}` : '',
  ]
  return `“${row.quote}” (${parts.filter((part) => part !== '').join('; ')})`
}

function common(attributes: EdgeAttributes, source: OpenedGraph): Values {
  const headers = attributes.evidence.flatMap((row) => source.documents.get(row.document) ?? [])
  return {
    description: attributes.evidence.map((row) => passage(row, source)),
    publisher: headers.map(({ publisher }) => publisher),
    sourceUrl: headers.map(webAddress),
  }
}

function* ftmPieces(source: OpenedGraph, { schema }: ExportSettings): Generator<string> {
  const { graph, documents } = source
  for (const header of documents.values()) {
    const { id, title, date: published, author, publisher, source: from } = header
    yield line(documentId(id), 'Document', {
      name: [title ?? id],
      title: [title],
      fileName: [from],
      date: [date(published)],
      author: [author],
      publisher: [publisher],
      sourceUrl: [webAddress(header)],
    })
  }

  const schemata = new Map<string, string>()
  for (const { node, attributes } of graph.nodeEntries()) {
    const name = mappedType(schema, attributes.type, 'followthemoney')
    if (!name) continue
    schemata.set(node, name)
    yield line(ftmId(node), name, {
      name: [attributes.label],
      alias: attributes.aliases,
      notes: [`Redthread: ${node}`],
    })
  }

  for (const {
    edge,
    source: from,
    target: to,
    attributes,
    sourceAttributes,
    targetAttributes,
  } of graph.edgeEntries()) {
    const { relation, polarity, modality, times } = attributes
    const [a, b] = [schemata.get(from), schemata.get(to)]
    const label = edgeLabel(attributes)
    if (polarity === 'negative' || !a || !b) {
      // A note says that something is denied, or of whom something is said that is no entity there; a link would not.
      const when = times.map(timeText).join('; ')
      const statement = `${sourceAttributes.label} | ${label} | ${targetAttributes.label} [${[modality, when].filter(Boolean).join(', ')}]`
      const ends = [a && ftmId(from), b && ftmId(to)]
      if (a || b)
        yield line(ftmId(edge), 'Note', { name: [statement], entity: ends, ...common(attributes, source) })
      continue
    }
    const mapped = mappedRelation(schema, relation, 'followthemoney')
    const [first, second] = mapped?.inverse ? [to, from] : [from, to]
    const type = mapped && edgeTypes[mapped.name]
    const fits =
      type && isSchema(schemata.get(first)!, type.from[1]) && isSchema(schemata.get(second)!, type.to[1])
    if (modality === 'asserted' && mapped && fits)
      yield line(ftmId(edge), mapped.name, {
        [type.from[0]]: [ftmId(first)],
        [type.to[0]]: [ftmId(second)],
        ...(type.label && { [type.label]: [label] }),
        summary: [label],
        recordId: [edge],
        ...dates(times),
        ...common(attributes, source),
      })
    else
      yield line(ftmId(edge), 'UnknownLink', {
        subject: [ftmId(from)],
        object: [ftmId(to)],
        role: [modality === 'asserted' ? label : `${label} (${modality})`],
        status: [modality],
        recordId: [edge],
        ...dates(times),
        ...common(attributes, source),
      })
  }
}

/** Entities of FollowTheMoney, one a line. */
export const followTheMoney: Exporter = {
  name: 'ftm',
  description: 'FollowTheMoney, a line each: Aleph, yente, nomenklatura',
  shape: 'file',
  files: (source, settings) => [{ path: 'entities.ftm.json', pieces: ftmPieces(source, settings) }],
}
