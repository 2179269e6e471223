import type { ConstraintIndex, Side } from '../constraints.ts'
import type { LocalEntity, PlacedOffice } from '../local-entity.ts'
import { nameKey } from '../name-form.ts'
import { formsConflict } from './person-form.ts'

/** What is known of a cluster that may forbid a join with another. */
export interface Traits {
  /** As titles and given names tell it. */
  readonly genders: ReadonlySet<string>
  /** A person's names of more than one word, by their key. */
  readonly forms: ReadonlyMap<string, readonly string[]>
  readonly offices: readonly PlacedOffice[]
  readonly sides: ReadonlySet<Side>
}

const nothing: ReadonlySet<never> = new Set<never>()
const noForms: ReadonlyMap<string, readonly string[]> = new Map()
const blank: Traits = { genders: nothing, forms: noForms, offices: [], sides: nothing }

/** What one document's entity brings to its cluster. */
export function traitsOf(entity: LocalEntity, constraints: ConstraintIndex): Traits {
  const { apart } = constraints.constraints
  const sides =
    apart.length === 0
      ? nothing
      : new Set(entity.mentions.flatMap((m) => constraints.sides(entity.document, m.id)))
  if (entity.type !== 'Person' || !entity.named) return sides.size === 0 ? blank : { ...blank, sides }
  const genders = new Set<string>()
  for (const { kind, gender } of entity.mentions)
    if (kind === 'named' && gender && gender !== 'neuter') genders.add(gender)
  const full = entity.names.filter((words) => words.length > 1)
  return {
    genders: genders.size === 1 ? genders : nothing,
    forms: full.length === 0 ? noForms : new Map(full.map((words) => [nameKey(words), words])),
    offices: entity.offices,
    sides,
  }
}

/** How much is known: what says most of itself is placed first. */
export const knownOf = ({ genders, forms, offices, sides }: Traits): number =>
  genders.size + forms.size + offices.length + sides.size

const both = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> =>
  a.size === 0 ? b : b.size === 0 ? a : new Set([...a, ...b])

/** What two clusters say together. */
export function mergeTraits(a: Traits, b: Traits): Traits {
  if (a === blank) return b
  if (b === blank) return a
  return {
    genders: both(a.genders, b.genders),
    forms: a.forms.size === 0 ? b.forms : b.forms.size === 0 ? a.forms : new Map([...a.forms, ...b.forms]),
    offices: mergeOffices(a.offices, b.offices),
    sides: both(a.sides, b.sides),
  }
}

const officeName = ({ head, of, date }: PlacedOffice): string => `${head} ${of.join(' ')} ${date ?? ''}`

function mergeOffices(a: readonly PlacedOffice[], b: readonly PlacedOffice[]): readonly PlacedOffice[] {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const found = new Map([...a, ...b].map((office) => [officeName(office), office]))
  // A few offices tell as much as all: the list must not grow with the corpus.
  return [...found.values()].slice(0, 12)
}

/** The constraint that forbids that two clusters are one thing, in words. */
export function keptApart(a: Traits, b: Traits, constraints: ConstraintIndex): string | undefined {
  if (a.sides.size === 0 || b.sides.size === 0) return undefined
  const reason = constraints.conflict(a.sides, b.sides)
  return reason === undefined ? undefined : `kept apart by ${reason}`
}

/** What forbids that two clusters are one thing, in words; nothing where they may be. */
export function conflictOf(a: Traits, b: Traits, constraints: ConstraintIndex): string | undefined {
  const ruled = keptApart(a, b, constraints)
  if (ruled !== undefined) return ruled
  if (a.genders.size > 0 && b.genders.size > 0 && ![...a.genders].some((g) => b.genders.has(g)))
    return 'one is a man, the other a woman'
  for (const left of a.forms.values())
    for (const right of b.forms.values()) {
      const reason = formsConflict(left, right)
      if (reason !== undefined) return reason
    }
  for (const left of a.offices)
    for (const right of b.offices)
      if (exclude(left, right))
        return `two offices at once: ${left.head} (${left.of.join(' ')}) and ${right.head} (${right.of.join(' ')})`
  return undefined
}

const day = 86_400_000

/** Two offices of one kind and two places, told of within a year: nobody holds both. */
function exclude(a: PlacedOffice, b: PlacedOffice): boolean {
  if (a.head !== b.head || a.of.some((x) => b.of.some((y) => x.slice(0, 3) === y.slice(0, 3)))) return false
  if (a.date === undefined || b.date === undefined) return true
  return Math.abs(Date.parse(a.date) - Date.parse(b.date)) < 366 * day
}
