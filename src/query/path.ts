import type { OpenedGraph, RedthreadGraph } from '../graph/index.ts'
import { adjacencyOf } from './adjacency.ts'
import {
  type Answer,
  answerOf,
  type EntityRef,
  type EvidenceOption,
  entityRef,
  type RelationRow,
  relationRows,
} from './answer.ts'
import { findPaths } from './find-paths.ts'
import { byStrength, type IndexedEdge, indexOf, madeOnce } from './graph-index.ts'
import { matchOne } from './match-name.ts'

export interface PathOptions extends EvidenceOption {
  /** How many paths; 3 unless said otherwise. */
  readonly count?: number
  /** How many steps a path may have; 6 unless said otherwise. */
  readonly maxSteps?: number
}

/** One way from an entity to another: each step with every relation between its two ends. */
export interface FoundPath {
  readonly entities: readonly EntityRef[]
  readonly steps: readonly {
    readonly from: EntityRef
    readonly to: EntityRef
    readonly relations: readonly RelationRow[]
  }[]
}

/** Whether a path may lead through each node, and how little it says by doing so: the logarithm of its degree. */
export const passageOf: (graph: RedthreadGraph) => {
  readonly passable: Uint8Array
  readonly costs: Float64Array
} = madeOnce((graph, { keys }) => ({
  passable: Uint8Array.from(keys, (key) => (key.startsWith('value/') ? 0 : 1)),
  costs: Float64Array.from(keys, (key) => Math.log2(1 + graph.degree(key))),
}))

/** Every edge between two nodes, either way, strongest first. */
export function edgesBetween({ graph }: OpenedGraph, a: string, b: string): IndexedEdge[] {
  const { edgeOf } = indexOf(graph)
  const keys = new Set([...graph.outEdges(a, b), ...graph.outEdges(b, a)])
  return [...keys].map((key) => edgeOf.get(key)!).sort(byStrength)
}

/**
 * The shortest ways from one entity to another, whatever the direction of the relations. A value (a date, a
 * quantity) that two entities share does not connect them. Among ways of one length those come first that
 * avoid what is connected to everything.
 */
export function path(
  source: OpenedGraph,
  from: string,
  to: string,
  options: PathOptions = {},
): Answer<FoundPath> {
  const { graph } = source
  const start = matchOne(source, from)
  const goal = matchOne(source, to)
  const matches = [start.match, goal.match]
  const notes = [...start.notes, ...goal.notes]
  const { keys, numberOf } = indexOf(graph)
  const { passable, costs } = passageOf(graph)
  const maxSteps = options.maxSteps ?? 6
  const found = findPaths(adjacencyOf(graph), {
    from: numberOf.get(start.key)!,
    to: numberOf.get(goal.key)!,
    count: options.count ?? 3,
    maxSteps,
    through: (node) => passable[node] === 1,
    cost: (node) => costs[node]!,
  })
  if (start.key === goal.key) notes.push('Both names stand for the same entity.')
  else if (found.length === 0) notes.push(`No path of at most ${maxSteps} steps connects them.`)
  const rows = relationRows(source, options)
  const items = found.map((nodes) => {
    const entities = nodes.map((node) => entityRef(source, keys[node]!))
    const steps = entities.slice(1).map((entity, i) => ({
      from: entities[i]!,
      to: entity,
      relations: edgesBetween(source, entities[i]!.key, entity.key).map((edge) => rows.row(edge)),
    }))
    return { entities, steps }
  })
  return answerOf({ question: 'path', matches, notes: [...notes, ...rows.notes()], items })
}
