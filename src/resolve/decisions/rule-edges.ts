import type { Note, PlacedDecision, Problem, Relation } from '../../model/index.ts'
import { append } from '../append.ts'
import { decisionProblem } from './decision-problem.ts'
import type { EdgeRuling } from './plan-decisions.ts'

/** A ruling on the edge with this key. */
export interface KeyedRuling {
  readonly placed: PlacedDecision
  readonly kind: EdgeRuling['kind']
  readonly key: string
  readonly note?: Note
}

/** Relations after decisions on them. */
export interface RuledRelations {
  readonly relations: readonly Relation[]
  /** How many are gone. */
  readonly rejected: number
  /** Rulings on edges that are not there. */
  readonly unmatched: readonly KeyedRuling[]
  readonly applied: ReadonlySet<PlacedDecision>
}

/** Takes away what was rejected, marks what was confirmed, adds notes; all else stays as it is. */
export function ruleRelations(
  relations: readonly Relation[],
  rulings: readonly KeyedRuling[],
): RuledRelations {
  const byKey = new Map<string, KeyedRuling[]>()
  for (const ruling of rulings) append(byKey, ruling.key, ruling)
  const applied = new Set<PlacedDecision>()
  const kept: Relation[] = []
  let rejected = 0
  for (const relation of relations) {
    const own = byKey.get(relation.key)
    if (!own) {
      kept.push(relation)
      continue
    }
    byKey.delete(relation.key)
    for (const { placed } of own) applied.add(placed)
    if (own.some(({ kind }) => kind === 'reject')) {
      rejected++
      continue
    }
    const notes = own.flatMap(({ note }) => note ?? [])
    const confirmed = own.some(({ kind }) => kind === 'confirm')
    kept.push({
      ...relation,
      ...(confirmed ? { decision: 'confirmed' } : {}),
      ...(notes.length > 0 ? { notes } : {}),
    })
  }
  return { relations: kept, rejected, unmatched: [...byKey.values()].flat(), applied }
}

/** Drops rulings that both confirm and reject one relation, with an error that names both lines. */
export function withoutDisputes(rulings: readonly KeyedRuling[]): {
  rulings: readonly KeyedRuling[]
  problems: readonly Problem[]
} {
  const confirmed = new Map(rulings.filter((r) => r.kind === 'confirm').map((r) => [r.key, r]))
  const disputed = new Map<string, readonly [KeyedRuling, KeyedRuling]>()
  for (const ruling of rulings) {
    const other = ruling.kind === 'reject' ? confirmed.get(ruling.key) : undefined
    if (other) disputed.set(ruling.key, [ruling, other])
  }
  const problems = [...disputed.values()].map(([reject, confirm]) =>
    decisionProblem(
      reject.placed,
      'decision-conflict',
      `is not applied: decision ${confirm.placed.number} in line ${confirm.placed.line} confirms the relation that it rejects`,
      'Remove one of the two.',
    ),
  )
  return { rulings: rulings.filter((r) => r.kind === 'note' || !disputed.has(r.key)), problems }
}

/** What to say of rulings on relations that are not in the graph. */
export function unmatchedProblems(
  unmatched: readonly KeyedRuling[],
  relations: readonly Relation[],
): Problem[] {
  return unmatched.map(({ placed, key }) => {
    const [source, , target] = key.split('|')
    const between = relations
      .filter((edge) => edge.source === source && edge.target === target)
      .map((edge) => `${edge.polarity === 'negative' ? 'not ' : ''}${edge.relation}`)
    const hint =
      between.length > 0
        ? `Between the two there is: ${[...new Set(between)].join(', ')}.`
        : 'There is no relation from the one to the other; remove it, or correct its names.'
    return decisionProblem(
      placed,
      'decision-unused',
      'is not applied: the relation is not in the graph',
      hint,
    )
  })
}
