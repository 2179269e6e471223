import type { OpenedGraph } from '../graph/index.ts'
import {
  type Evidence,
  type Modality,
  modalities,
  overlap,
  type Polarity,
  type Time,
  type TimeRange,
} from '../model/index.ts'
import { edgesAt, edgesSaidBy } from './candidate-edges.ts'
import { columnsOf, rangesOf } from './edge-columns.ts'
import { checkedChoice, checkedDate, checkedTypes, relationNames, typeNodes } from './filter-values.ts'
import { byStrength, type IndexedEdge, indexOf } from './graph-index.ts'
import { matchName, type NameMatch } from './match-name.ts'
import { rangeNumbers } from './range-numbers.ts'

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
  /** The rows of evidence that pass, or undefined where the relation does not. */
  passing(edge: IndexedEdge): readonly Evidence[] | undefined
  /** The edges that pass, strongest first, at most so many, and how many pass in all. */
  select(limit?: number): { readonly edges: readonly IndexedEdge[]; readonly count: number }
  /** A 1 at the place of every edge that passes. */
  marks(): Uint8Array
  /** How many relations passed everything but the time because they have none. Counted by `select` and `marks`. */
  readonly undated: { count: number }
}

/** The times of a relation, or of the event at one of its ends where it has none itself. */
export function timesOf({ graph }: Pick<OpenedGraph, 'graph'>, edge: IndexedEdge): readonly Time[] {
  if (edge.attributes.times.length > 0) return edge.attributes.times
  return [edge.source, edge.target].flatMap((key) => graph.getNodeAttribute(key, 'time') ?? [])
}

/** Checks a filter against the graph. Throws a QueryError for what the graph does not have. */
export function compileFilter(source: OpenedGraph, filter: RelationFilter): CompiledFilter {
  const { graph } = source
  const { edges } = indexOf(graph)
  const columns = columnsOf(graph)
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
  const relations = filter.relation?.length
    ? new Set([...relationNames(source, filter.relation)].map((name) => columns.relationNames.get(name)!))
    : undefined
  const types = checkedTypes(source, filter.type)
  const typed = types && [...types].map((type) => typeNodes(graph).get(type)!)
  const wanted = filter.modality?.length
    ? new Set<Modality>(filter.modality.map((modality) => checkedChoice('modality', modality, modalities)))
    : undefined
  let mask = 0
  for (const [n, modality] of modalities.entries()) if (wanted?.has(modality)) mask |= 1 << n
  const polarity: Polarity | undefined =
    filter.polarity === undefined
      ? undefined
      : checkedChoice<Polarity>('polarity', filter.polarity, ['positive', 'negative'])
  const { minOrigins = 0, minConfidence = 0 } = filter
  const ranges = askedRanges(filter)
  const numbers = ranges.map((range) => rangeNumbers(range)!)
  const undated = { count: 0 }

  /** All that the columns can tell: whether an edge can pass, but for its time. */
  const mayPass = (place: number): boolean => {
    if (relations && !relations.has(columns.relations[place]!)) return false
    if (polarity && (columns.negative[place] === 1) !== (polarity === 'negative')) return false
    if (columns.origins[place]! < minOrigins || columns.confidences[place]! < minConfidence) return false
    if (mask !== 0 && (columns.modalities[place]! & mask) === 0) return false
    return (
      !typed || typed.some((of) => of[columns.sources[place]!] === 1 || of[columns.targets[place]!] === 1)
    )
  }
  const holdsThen = (place: number): boolean => {
    if (ranges.length === 0) return true
    const times = columns.times[place]!
    if (times === 0) {
      undated.count++
      return false
    }
    const from = columns.from[place]!
    const to = columns.to[place]!
    if (times === 1) return numbers.every((asked) => asked.from <= to && from <= asked.to)
    const held = rangesOf(timesOf(source, edges[place]!))
    return ranges.every((asked) => held.some((one) => overlap(asked, one)))
  }
  // Nobody says a derived relation, and its passages may be stronger than it is.
  const rowsOf = ({ attributes: { evidence, derived } }: IndexedEdge): readonly Evidence[] =>
    (speaker || wanted) && !derived
      ? evidence.filter(
          (row) =>
            (!speaker || row.speakers.some((key) => speaker.has(key))) &&
            (!wanted || wanted.has(row.modality)),
        )
      : evidence

  const passing = (edge: IndexedEdge): readonly Evidence[] | undefined => {
    if (subject && !subject.has(edge.source)) return undefined
    if (object && !object.has(edge.target)) return undefined
    if (about && !about.has(edge.source) && !about.has(edge.target)) return undefined
    if (!mayPass(edge.place)) return undefined
    const rows = rowsOf(edge)
    if ((rows.length === 0 || edge.attributes.derived) && speaker) return undefined
    if (rows.length === 0 && wanted) return undefined
    return holdsThen(edge.place) ? rows : undefined
  }

  const candidates = subject
    ? edgesAt(source, subject, 'out')
    : object
      ? edgesAt(source, object, 'in')
      : about
        ? edgesAt(source, about, 'both')
        : speaker
          ? edgesSaidBy(source, speaker)
          : undefined

  const select: CompiledFilter['select'] = (limit = Number.POSITIVE_INFINITY) => {
    const found: IndexedEdge[] = []
    let count = 0
    if (candidates) {
      for (const edge of candidates.sort(byStrength)) if (passing(edge) && ++count <= limit) found.push(edge)
    } else {
      // Without a speaker the columns tell all.
      for (let place = 0; place < edges.length; place++)
        if (mayPass(place) && holdsThen(place) && ++count <= limit) found.push(edges[place]!)
    }
    return { edges: found, count }
  }
  const marks = (): Uint8Array => {
    const all = new Uint8Array(edges.length)
    if (candidates) for (const edge of candidates) all[edge.place] = passing(edge) ? 1 : 0
    else
      for (let place = 0; place < edges.length; place++)
        all[place] = mayPass(place) && holdsThen(place) ? 1 : 0
    return all
  }
  return { matches, passing, select, marks, undated }
}

/** The note about relations that a time filter left out because they have no time. */
export function undatedNotes({ count }: { readonly count: number }): string[] {
  if (count === 0) return []
  return [
    `${count} ${count === 1 ? 'relation' : 'relations'} that would match otherwise ${count === 1 ? 'has' : 'have'} no time and ${count === 1 ? 'is' : 'are'} left out.`,
  ]
}

/** The periods of which a time must touch each. */
function askedRanges(filter: RelationFilter): TimeRange[] {
  const asOf = checkedDate('as of', filter.asOf)
  const since = checkedDate('since', filter.since)
  const until = checkedDate('until', filter.until)
  const ranges: TimeRange[] = []
  if (asOf) ranges.push(asOf)
  if (since || until) ranges.push({ from: since?.from ?? '', to: until?.to ?? '~' })
  return ranges
}
