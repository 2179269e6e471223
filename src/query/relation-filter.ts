import type { OpenedGraph } from '../graph/index.ts'
import {
  type Evidence,
  type Modality,
  modalities,
  overlap,
  type Polarity,
  rangeOf,
  type Time,
  type TimeRange,
  timeRange,
} from '../model/index.ts'
import { closest } from '../schema/closest.ts'
import { foldText } from './fold-text.ts'
import { type IndexedEdge, indexOf } from './graph-index.ts'
import { matchName, type NameMatch } from './match-name.ts'
import { QueryError } from './query-error.ts'

/** What relations to keep. All that is given must hold; of a list, one. */
export interface RelationFilter {
  readonly subject?: string
  readonly object?: string
  /** At either end. */
  readonly about?: string
  /** Names or labels; `resigned*` for all that begin so. */
  readonly relation?: readonly string[]
  /** Entity type of either end. */
  readonly type?: readonly string[]
  /** ISO 8601 date of any length: the relation holds then, or lies in it. */
  readonly asOf?: string
  readonly since?: string
  readonly until?: string
  /** Among the speakers of a row of evidence. */
  readonly speaker?: string
  /** Of a row of evidence, the same that the speaker said. */
  readonly modality?: readonly string[]
  readonly polarity?: string
  readonly minOrigins?: number
  readonly minConfidence?: number
}

/** A filter that is ready to use on a graph. */
export interface CompiledFilter {
  readonly matches: readonly NameMatch[]
  /** The edges among which those that pass are, in no order to rely on. */
  readonly candidates: readonly IndexedEdge[]
  /** The rows of evidence that pass, or undefined where the relation does not. */
  passing(edge: IndexedEdge): readonly Evidence[] | undefined
  /** How many relations passed everything but the time because they have none. Counted as `passing` runs. */
  readonly undated: { count: number }
}

const isoDate = /^\d{4}(-\d{2}(-\d{2})?)?$/

function checkedDate(option: string, value: string | undefined): TimeRange | undefined {
  if (value === undefined) return undefined
  if (!isoDate.test(value))
    throw new QueryError(
      'value-unknown',
      `"${value}" is not a date for ${option}.`,
      'Write 2020, 2020-03 or 2020-03-15.',
    )
  return rangeOf(value)
}

function checkedChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase())
  if (found !== undefined) return found
  const meant = closest(value, choices)
  const hint = meant ? `Did you mean "${meant}"?` : `Choose from: ${choices.join(', ')}.`
  throw new QueryError('value-unknown', `There is no ${option} "${value}" here.`, hint)
}

/** The relation names that the given names, labels and beginnings stand for. */
function relationNames(source: OpenedGraph, asked: readonly string[]): Set<string> {
  const { relations } = indexOf(source.graph)
  const found = new Set<string>()
  for (const word of asked) {
    const before = found.size
    const start = word.endsWith('*') ? word.slice(0, -1) : undefined
    for (const [name, label] of relations)
      if (
        start === undefined
          ? name === word || foldText(label) === foldText(word) || foldText(name) === foldText(word)
          : name.startsWith(start)
      )
        found.add(name)
    if (found.size === before) found.add(checkedChoice('relation', word, [...relations.keys()].sort()))
  }
  return found
}

/** The times of a relation, or of the event at one of its ends where it has none itself. */
export function timesOf({ graph }: OpenedGraph, edge: IndexedEdge): readonly Time[] {
  if (edge.attributes.times.length > 0) return edge.attributes.times
  return [edge.source, edge.target].flatMap((key) => graph.getNodeAttribute(key, 'time') ?? [])
}

/** The ranges of the times of a relation, kept with the edge for the next question. */
function rangesOf(source: OpenedGraph, edge: IndexedEdge): readonly TimeRange[] {
  edge.ranges ??= timesOf(source, edge).map(timeRange)
  return edge.ranges
}

const spoken = new WeakMap<object, ReadonlyMap<string, readonly IndexedEdge[]>>()

/** The edges with evidence that one of these entities says, each once. */
function edgesSaidBy({ graph }: OpenedGraph, speakers: ReadonlySet<string>): IndexedEdge[] {
  const index = indexOf(graph)
  let bySpeaker = spoken.get(index)
  if (!bySpeaker) {
    const lists = new Map<string, IndexedEdge[]>()
    for (const edge of index.edges)
      for (const speaker of new Set(edge.attributes.evidence.flatMap((row) => row.speakers))) {
        const list = lists.get(speaker)
        if (list) list.push(edge)
        else lists.set(speaker, [edge])
      }
    bySpeaker = lists
    spoken.set(index, bySpeaker)
  }
  const found = new Set<IndexedEdge>()
  for (const speaker of speakers) for (const edge of bySpeaker.get(speaker) ?? []) found.add(edge)
  return [...found]
}

/** The edges at these nodes, on the given side, each once. */
function edgesAt(
  { graph }: OpenedGraph,
  keys: ReadonlySet<string>,
  side: 'out' | 'in' | 'both',
): IndexedEdge[] {
  const { edgeOf } = indexOf(graph)
  const found = new Set<IndexedEdge>()
  for (const node of keys) {
    if (side !== 'in') for (const key of graph.outEdges(node)) found.add(edgeOf.get(key)!)
    if (side !== 'out') for (const key of graph.inEdges(node)) found.add(edgeOf.get(key)!)
  }
  return [...found]
}

/** Checks a filter against the graph. Throws a QueryError for what the graph does not have. */
export function compileFilter(source: OpenedGraph, filter: RelationFilter): CompiledFilter {
  const { graph } = source
  const matches: NameMatch[] = []
  const keysOf = (name: string | undefined): ReadonlySet<string> | undefined => {
    if (name === undefined) return undefined
    const match = matchName(source, name)
    matches.push(match)
    return new Set(match.entities.map(({ key }) => key))
  }
  const subject = keysOf(filter.subject)
  const object = keysOf(filter.object)
  const about = keysOf(filter.about)
  const speaker = keysOf(filter.speaker)
  const relations = filter.relation?.length ? relationNames(source, filter.relation) : undefined
  const allTypes = filter.type?.length ? [...new Set(graph.mapNodes((_node, { type }) => type))].sort() : []
  const types = filter.type?.length
    ? new Set(filter.type.map((type) => checkedChoice('entity type', type, allTypes)))
    : undefined
  const wanted = filter.modality?.length
    ? new Set<Modality>(filter.modality.map((modality) => checkedChoice('modality', modality, modalities)))
    : undefined
  const polarity: Polarity | undefined =
    filter.polarity === undefined
      ? undefined
      : checkedChoice<Polarity>('polarity', filter.polarity, ['positive', 'negative'])
  const asOf = checkedDate('--as-of', filter.asOf)
  const since = checkedDate('--since', filter.since)
  const until = checkedDate('--until', filter.until)
  const ranges: TimeRange[] = []
  if (asOf) ranges.push(asOf)
  if (since || until) ranges.push({ from: since?.from ?? '', to: until?.to ?? '~' })
  const undated = { count: 0 }

  const passing = (edge: IndexedEdge): readonly Evidence[] | undefined => {
    const { attributes, source: from, target: to } = edge
    if (subject && !subject.has(from)) return undefined
    if (object && !object.has(to)) return undefined
    if (about && !about.has(from) && !about.has(to)) return undefined
    if (relations && !relations.has(attributes.relation)) return undefined
    if (polarity && attributes.polarity !== polarity) return undefined
    if (filter.minOrigins !== undefined && attributes.origins < filter.minOrigins) return undefined
    if (filter.minConfidence !== undefined && attributes.confidence < filter.minConfidence) return undefined
    if (types && ![from, to].some((key) => types.has(graph.getNodeAttribute(key, 'type')))) return undefined
    let evidence: readonly Evidence[] = attributes.evidence
    if (attributes.derived) {
      // Nobody says a derived relation, and its passages may be stronger than it is.
      if (speaker || (wanted && !wanted.has(attributes.modality))) return undefined
    } else if (speaker || wanted) {
      evidence = evidence.filter(
        (row) =>
          (!speaker || row.speakers.some((key) => speaker.has(key))) && (!wanted || wanted.has(row.modality)),
      )
      if (evidence.length === 0) return undefined
    }
    if (ranges.length > 0) {
      const held = rangesOf(source, edge)
      if (held.length === 0) {
        undated.count++
        return undefined
      }
      if (!ranges.every((range) => held.some((one) => overlap(range, one)))) return undefined
    }
    return evidence
  }

  const candidates = subject
    ? edgesAt(source, subject, 'out')
    : object
      ? edgesAt(source, object, 'in')
      : about
        ? edgesAt(source, about, 'both')
        : speaker
          ? edgesSaidBy(source, speaker)
          : indexOf(graph).edges
  return { matches, candidates, passing, undated }
}

/** The note about relations that a time filter left out because they have no time. */
export function undatedNotes({ count }: { readonly count: number }): string[] {
  if (count === 0) return []
  return [
    `${count} ${count === 1 ? 'relation' : 'relations'} that would match otherwise ${count === 1 ? 'has' : 'have'} no time and ${count === 1 ? 'is' : 'are'} left out.`,
  ]
}
