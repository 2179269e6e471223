import type { RedthreadGraph } from '../graph/index.ts'
import { modalities, type Time, type TimeRange, timeRange } from '../model/index.ts'
import { madeOnce } from './graph-index.ts'
import { rangeNumbers } from './range-numbers.ts'

/**
 * What filters look at most, in a typed array each, by the place of an edge: a question to all edges runs
 * through memory once and touches only those that may pass.
 */
export interface EdgeColumns {
  /** Numbers of the ends, as `keys` of the index counts them. */
  readonly sources: Int32Array
  readonly targets: Int32Array
  /** Numbers of relations, as `relationNames` counts them. */
  readonly relations: Uint32Array
  readonly relationNames: ReadonlyMap<string, number>
  readonly origins: Uint32Array
  readonly confidences: Float64Array
  readonly negative: Uint8Array
  /** Modalities of the evidence, a bit each in the order of `modalities`. */
  readonly modalities: Uint8Array
  /** From the earliest to the latest day of the times; both 0 where there is none. See `rangeNumbers`. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** How many times a relation has; 255 where `from` and `to` are not exact, or it has more than one. */
  readonly times: Uint8Array
}

/** Says that the exact times of an edge must be looked at. */
export const manyTimes = 255

/** The columns of a graph. Made once per graph. */
export const columnsOf: (graph: RedthreadGraph) => EdgeColumns = madeOnce(
  (graph, { edges, numberOf, keys, relations }) => {
    const size = edges.length
    const columns = {
      sources: new Int32Array(size),
      targets: new Int32Array(size),
      relations: new Uint32Array(size),
      relationNames: new Map([...relations.keys()].map((name, number) => [name, number])),
      origins: new Uint32Array(size),
      confidences: new Float64Array(size),
      negative: new Uint8Array(size),
      modalities: new Uint8Array(size),
      from: new Int32Array(size),
      to: new Int32Array(size),
      times: new Uint8Array(size),
    }
    const bits = new Map<string, number>(modalities.map((modality, n) => [modality, 1 << n]))
    const nodeTimes = keys.map((key) => graph.getNodeAttribute(key, 'time'))
    for (const [place, { source, target, attributes }] of edges.entries()) {
      const from = numberOf.get(source)!
      const to = numberOf.get(target)!
      columns.sources[place] = from
      columns.targets[place] = to
      columns.relations[place] = columns.relationNames.get(attributes.relation)!
      columns.origins[place] = attributes.origins
      columns.confidences[place] = attributes.confidence
      columns.negative[place] = attributes.polarity === 'negative' ? 1 : 0
      let mask = 0
      // The passages of a derived relation may be stronger than it is.
      const rows = attributes.derived ? [attributes] : attributes.evidence
      for (const { modality } of rows) mask |= bits.get(modality) ?? 0
      columns.modalities[place] = mask
      const times =
        attributes.times.length > 0 ? attributes.times : timesOfEnds(nodeTimes[from], nodeTimes[to])
      if (times.length === 0) continue
      const first = rangeNumbers(timeRange(times[0]!))
      columns.times[place] = times.length === 1 && first ? 1 : manyTimes
      columns.from[place] = first?.from ?? 0
      columns.to[place] = first?.to ?? 0
    }
    return columns
  },
)

const timesOfEnds = (source: Time | undefined, target: Time | undefined): readonly Time[] =>
  [source, target].filter((time) => time !== undefined)

const rangeLists = new WeakMap<readonly Time[], readonly TimeRange[]>()

/** The ranges of the times of a relation, kept for the next question. */
export function rangesOf(times: readonly Time[]): readonly TimeRange[] {
  let ranges = rangeLists.get(times)
  if (!ranges) {
    ranges = times.map(timeRange)
    rangeLists.set(times, ranges)
  }
  return ranges
}
