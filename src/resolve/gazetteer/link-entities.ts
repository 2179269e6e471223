import type { Entity, GazetteerEntry, Problem, Relation, Schema } from '../../model/index.ts'
import { isA } from '../../schema/is-a.ts'
import { type Features, scoreOf } from '../across/likeness.ts'
import { append } from '../append.ts'
import { nameKey, nameWords } from '../name-form.ts'

/** Entities with their links, and the names that the gazetteer has twice. */
export interface Linked {
  readonly entities: readonly Entity[]
  readonly problems: readonly Problem[]
}

/** Below this score no link is made. */
const enough = 0.75
/** How much surer the best entry must be than the next. */
const margin = 0.1

const keyOf = (name: string): string => nameKey(nameWords(name))

/**
 * Links entities to the entries of a gazetteer by name, type, further names and those they are related to.
 * Only ids are taken, never a name. An entity that fits several entries equally well gets no link and
 * becomes a problem that says so.
 */
export function linkEntities(
  entities: readonly Entity[],
  relations: readonly Relation[],
  gazetteer: readonly GazetteerEntry[],
  schema: Schema,
): Linked {
  if (gazetteer.length === 0) return { entities, problems: [] }
  const byName = new Map<string, GazetteerEntry[]>()
  for (const entry of gazetteer)
    for (const key of new Set([entry.name, ...entry.aliases].map(keyOf))) if (key) append(byName, key, entry)
  const around = neighbourNames(entities, relations)
  const problems: Problem[] = []
  const linked = entities.map((entity): Entity => {
    if (!entity.mentions.some((m) => m.kind === 'named')) return entity
    const names = new Set([entity.label, ...entity.aliases].map(keyOf))
    const entries = new Set([...names].flatMap((name) => byName.get(name) ?? []))
    const [best, next] = [...entries]
      .filter((entry) => mayBe(schema, entity.type, entry.type))
      .map((entry) => ({ entry, score: scoreOf(signs(entity, names, entry, around.get(entity.key))) }))
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
    if (!best || best.score < enough) return entity
    if (next && next.score > best.score - margin) {
      problems.push(ambiguous(entity, best.entry, next.entry))
      return entity
    }
    return { ...entity, links: [{ id: best.entry.id, score: best.score }] }
  })
  return { entities: linked, problems }
}

/** Whether something of one type may be an entry of another: the one is a kind of the other, or not known. */
const mayBe = (schema: Schema, type: string, wanted: string | undefined): boolean =>
  wanted === undefined || type === 'Thing' || isA(schema, type, [wanted]) || isA(schema, wanted, [type])

function signs(
  { label, type }: Entity,
  names: ReadonlySet<string>,
  entry: GazetteerEntry,
  around: ReadonlySet<string> | undefined,
): Features {
  const title = keyOf(label)
  const own = keyOf(entry.name)
  const others = entry.aliases.map(keyOf).filter((key) => key !== own)
  const found: Features = {}
  if (title === own) found.name = title.includes(' ') ? 0.75 : 0.6
  else if (others.includes(title)) found.name = 0.6
  else found.name = 0.45
  if ([own, ...others].some((key) => key !== title && names.has(key))) found['further name'] = 0.4
  if (entry.type !== undefined && type !== 'Thing') found.type = 0.4
  if (around && entry.context.some((name) => around.has(keyOf(name)))) found.context = 0.5
  return found
}

/** The names of what each entity is related to. */
function neighbourNames(
  entities: readonly Entity[],
  relations: readonly Relation[],
): Map<string, Set<string>> {
  const names = new Map(entities.map((e) => [e.key, [e.label, ...e.aliases].map(keyOf)]))
  const around = new Map<string, Set<string>>()
  const add = (key: string, other: string): void => {
    const found = around.get(key) ?? new Set()
    for (const name of names.get(other) ?? []) found.add(name)
    around.set(key, found)
  }
  for (const { source, target } of relations) {
    add(source, target)
    add(target, source)
  }
  return around
}

const ambiguous = ({ key, label }: Entity, a: GazetteerEntry, b: GazetteerEntry): Problem => ({
  severity: 'info',
  code: 'gazetteer-ambiguous',
  message: `"${label}" (${key}) could be ${a.id} or ${b.id} of the gazetteer; it has no link`,
  hint: 'Give the entries types, or names that stand near them as their context.',
})
