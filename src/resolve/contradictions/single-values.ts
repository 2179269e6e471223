import {
  type Contradiction,
  type Entity,
  type Evidence,
  type Relation,
  timesMeet,
} from '../../model/index.ts'
import { append } from '../append.ts'
import { type Disputed, isFact, isNamed } from './dispute.ts'

/** Heads of events of which there is one every year: the same name twice need not be the same event. */
const recurring =
  /\b(festival|tournament|championship|cup|league|season|election|conference|summit|congress|fair|awards?|games?|match|concert|anniversary|holiday|hearing|meeting|session)s?$/i

/** Whether places or bodies lie within one another, by what was read of them. */
function containment({ relations }: Disputed): (a: string, b: string) => boolean {
  const above = new Map<string, string[]>()
  for (const { relation, polarity, source, target } of relations)
    if (polarity === 'positive' && (relation === 'located-in' || relation === 'part-of'))
      append(above, source, target)
  const within = (inner: string, outer: string): boolean => {
    const seen = new Set([inner])
    for (const key of seen) for (const next of above.get(key) ?? []) seen.add(next)
    return seen.has(outer)
  }
  return (a, b) => within(a, b) || within(b, a)
}

/**
 * Two values of what has one: other objects of a functional relation at one time, or two dates of one event. A
 * state without times may have changed between two documents, so they must be of one day.
 */
export function findSingleValues(disputed: Disputed): Contradiction[] {
  const { entities, schema, dateOf } = disputed
  const groups = new Map<string, Relation[]>()
  for (const edge of disputed.relations) {
    const type = schema.relations.get(edge.relation)
    const single =
      type?.functional === true || (entities.get(edge.target)?.type === 'Date' && isPerson(edge.source))
    if (type && single && !edge.open && edge.polarity === 'positive' && edge.evidence.some(isFact))
      append(groups, `${edge.source}|${edge.relation}`, edge)
  }
  function isPerson(key: string): boolean {
    return entities.get(key)?.type === 'Person'
  }
  const inOneAnother = containment(disputed)
  const found: Contradiction[] = []
  for (const edges of groups.values())
    for (const [i, a] of edges.entries())
      for (const b of edges.slice(i + 1)) {
        const [left, right] = [entities.get(a.target), entities.get(b.target)]
        if (!left || !right || !isNamed(left) || !isNamed(right)) continue
        const dates = left.type === 'Date' || right.type === 'Date'
        const kind = dates ? 'date' : 'functional'
        const source = entities.get(a.source)
        if (dates ? !datesDiffer(source, left, right) : inOneAnother(left.key, right.key)) continue
        const isState = schema.relations.get(a.relation)?.temporal === 'state'
        const clash = (x: Evidence, y: Evidence): boolean => {
          if (!isFact(x) || !isFact(y)) return false
          if (dates) return isNamed(source) || x.document !== y.document
          const meet = timesMeet(x.times, y.times)
          if (meet !== undefined || !isState) return meet !== false
          if (x.times.length + y.times.length > 0) return false
          const [day, other] = [dateOf(x.document), dateOf(y.document)]
          return day === other || day === undefined || other === undefined
        }
        if (a.evidence.some((x) => b.evidence.some((y) => clash(x, y))))
          found.push({ kind, edges: [a.key, b.key] })
      }
  return found
}

/** Whether two dates exclude each other for one event. A date and no date say different things. */
function datesDiffer(source: Entity | undefined, a: Entity, b: Entity): boolean {
  if (!a.time || !b.time || a.time.kind !== 'at' || b.time.kind !== 'at') return false
  if (source?.type !== 'Person' && recurring.test(source?.label ?? '')) return false
  return timesMeet([a.time], [b.time]) === false
}
