import {
  type DecisionKind,
  decisionKinds,
  type Entity,
  leadMention,
  type Note,
  type PlacedDecision,
  type Problem,
  placeKey,
} from '../../model/index.ts'
import { append } from '../append.ts'
import type { NodeChange } from '../entities.ts'
import type { LocalEntity } from '../local-entity.ts'
import { decisionProblem } from './decision-problem.ts'
import type { NodeRuling } from './plan-decisions.ts'
import type { KnownMention } from './population.ts'

/** What decisions change in the nodes, by the place of their group. */
export interface NodeChanges {
  readonly changes: ReadonlyMap<number, NodeChange>
  readonly rejected: ReadonlySet<number>
  readonly problems: readonly Problem[]
  /** Decisions that had something to change. */
  readonly applied: ReadonlySet<PlacedDecision>
}

/** The group that most of the mentions are in, of equal ones the first; undefined where none is in any. */
export function groupOfMentions(
  mentions: readonly KnownMention[],
  groupOf: (document: string, mention: string) => number | undefined,
): number | undefined {
  const counts = new Map<number, number>()
  for (const { document, id } of mentions) {
    const group = groupOf(document, id)
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}

/** Gathers what decisions say of each node; of two labels or types for one node the later in the file holds. */
export function ruleNodes(
  rulings: readonly NodeRuling[],
  groupOf: (document: string, mention: string) => number | undefined,
): NodeChanges {
  const changes = new Map<
    number,
    { label?: string; type?: string; kinds: Set<DecisionKind>; notes: Note[] }
  >()
  const rejected = new Set<number>()
  const problems: Problem[] = []
  const applied = new Set<PlacedDecision>()
  for (const { placed, kind, anchors, label, type, note } of rulings) {
    const group = groupOfMentions(anchors, groupOf)
    if (group === undefined) {
      const hint = 'Name another of its mentions.'
      problems.push(
        decisionProblem(placed, 'decision-unused', 'is not applied: its words refer to nothing', hint),
      )
      continue
    }
    applied.add(placed)
    if (kind === 'reject') {
      rejected.add(group)
      continue
    }
    const change = changes.get(group) ?? { kinds: new Set<DecisionKind>(), notes: [] }
    changes.set(group, change)
    if (label !== undefined) change.label = label
    if (type !== undefined) change.type = type
    if (note) change.notes.push(note)
    else change.kinds.add(kind)
  }
  return {
    changes: new Map(
      [...changes].map(([group, { kinds, ...change }]) => [
        group,
        { ...change, decisions: decisionKinds.filter((kind) => kinds.has(kind)) },
      ]),
    ),
    rejected,
    problems,
    applied,
  }
}

/**
 * Adds to each node the keys that the machine would have given to it or to parts of it and that no node has
 * now: whoever kept such a key finds the node that has the first of its mentions.
 */
export function withFormerKeys(
  entities: readonly Entity[],
  groups: readonly (readonly LocalEntity[])[],
  before: readonly Entity[],
): Entity[] {
  const keys = new Set(entities.map(({ key }) => key))
  const owner = new Map<string, number>()
  groups.forEach((group, index) => {
    for (const { document, mentions } of group)
      for (const { start, end } of mentions) owner.set(placeKey({ document, start, end }), index)
  })
  const former = new Map<number, string[]>()
  for (const { key, mentions } of before) {
    if (keys.has(key)) continue
    const first = leadMention(mentions)
    const index = first && owner.get(placeKey(first))
    if (index !== undefined) append(former, index, key)
  }
  return entities.map((entity, index) => {
    const list = former.get(index)
    return list ? { ...entity, formerKeys: list.sort() } : entity
  })
}
