import type { ConstraintIndex } from '../constraints.ts'
import type { LocalEntity } from '../local-entity.ts'
import { nameKey } from '../name-form.ts'
import { unionFind } from '../union-find.ts'
import { conflictOf, keptApart, mergeTraits, type Traits, traitsOf } from './traits.ts'

/** Why a rule would join two entities. */
export interface Grounds {
  readonly rule: string
  /** 0 to 1. */
  readonly score: number
  readonly features?: Readonly<Record<string, number>>
}

/** Two entities, by their number, that a rule joined. */
export interface EntityJoin extends Grounds {
  readonly a: number
  readonly b: number
}

/** Two entities that a rule would have joined, and what stood against it. */
export interface EntityRefusal extends EntityJoin {
  readonly because: string
}

/** What was joined and what was not, and why. */
export interface JoinRecord {
  /** By their number. */
  readonly entities: readonly LocalEntity[]
  readonly joins: readonly EntityJoin[]
  readonly refusals: readonly EntityRefusal[]
}

/** Entities of all documents, by their number, in clusters that are one thing each. */
export interface Clusters extends JoinRecord {
  /** The number of an entity. */
  numberOf(entity: LocalEntity): number
  /** The names of an entity in the form under which spellings of one name are the same. */
  nameKeys(entity: number): readonly string[]
  /** The smallest number of the cluster. */
  find(entity: number): number
  members(entity: number): readonly number[]
  traits(entity: number): Traits
  /** What forbids a join, in words. */
  conflict(a: number, b: number): string | undefined
  /** Joins two clusters unless something forbids it; keeps the reason either way. Whether they are one now. */
  join(a: number, b: number, grounds: Grounds): boolean
  /** Joins what a person holds to be one, whatever the machine makes of it, unless constraints forbid it: then says why. */
  joinRuled(a: number, b: number, grounds: Grounds): string | undefined
  refuse(a: number, b: number, grounds: Grounds, because: string): void
}

/** Starts with each entity alone. Conflicts are of whole clusters, so they hold along every chain of joins. */
export function makeClusters(entities: readonly LocalEntity[], constraints: ConstraintIndex): Clusters {
  const sets = unionFind(entities.length)
  const nameKeys: (readonly string[])[] = []
  const numberOf = numbersOf(entities)
  const members: (number[] | undefined)[] = []
  const traits: (Traits | undefined)[] = []
  const joins: EntityJoin[] = []
  const refusals: EntityRefusal[] = []
  const membersOf = (entity: number): number[] => {
    const root = sets.find(entity)
    members[root] ??= [root]
    return members[root]
  }
  const traitsAt = (entity: number): Traits => {
    const root = sets.find(entity)
    traits[root] ??= traitsOf(entities[root]!, constraints)
    return traits[root]
  }
  const conflict = (a: number, b: number): string | undefined =>
    sets.find(a) === sets.find(b) ? undefined : conflictOf(traitsAt(a), traitsAt(b), constraints)
  const refuse = (a: number, b: number, grounds: Grounds, because: string): void => {
    refusals.push({ a, b, ...grounds, because })
  }
  const unite = (a: number, b: number, grounds: Grounds): void => {
    const [x, y] = [sets.find(a), sets.find(b)]
    const merged = mergeTraits(traitsAt(x), traitsAt(y))
    const [left, right] = [membersOf(x), membersOf(y)]
    const [more, fewer] = left.length >= right.length ? [left, right] : [right, left]
    for (const member of fewer) more.push(member)
    sets.union(x, y)
    const root = sets.find(x)
    members[x] = undefined
    members[y] = undefined
    members[root] = more
    traits[x] = undefined
    traits[y] = undefined
    traits[root] = merged
    joins.push({ a, b, ...grounds })
  }
  return {
    entities,
    numberOf,
    nameKeys(entity) {
      nameKeys[entity] ??= entities[entity]!.names.map(nameKey)
      return nameKeys[entity]
    },
    find: sets.find,
    members: membersOf,
    traits: traitsAt,
    conflict,
    join(a, b, grounds) {
      const [x, y] = [sets.find(a), sets.find(b)]
      if (x === y) return true
      const because = conflict(x, y)
      if (because !== undefined) {
        refuse(a, b, grounds, because)
        return false
      }
      unite(a, b, grounds)
      return true
    },
    joinRuled(a, b, grounds) {
      const [x, y] = [sets.find(a), sets.find(b)]
      const because = x === y ? undefined : keptApart(traitsAt(x), traitsAt(y), constraints)
      if (x !== y && because === undefined) unite(a, b, grounds)
      return because
    },
    refuse,
    joins,
    refusals,
  }
}

/** The number of an entity. Asked for document by document, so only the numbers of one document are held. */
function numbersOf(entities: readonly LocalEntity[]): (entity: LocalEntity) => number {
  const firstOf = new Map<string, number>()
  entities.forEach(({ document }, index) => {
    if (!firstOf.has(document)) firstOf.set(document, index)
  })
  let held: string | undefined
  const numbers = new Map<LocalEntity, number>()
  return (entity) => {
    const { document } = entity
    if (document !== held) {
      held = document
      numbers.clear()
      for (let i = firstOf.get(document)!; entities[i]?.document === document; i++)
        numbers.set(entities[i]!, i)
    }
    return numbers.get(entity)!
  }
}
