import { editDistance } from '../schema/closest.ts'
import { append } from './append.ts'
import type { Copies } from './copies.ts'
import type { LocalEntity } from './local-entity.ts'
import { isShortForm, nameKey, nameWords } from './name-form.ts'
import { unionFind } from './union-find.ts'

/**
 * Groups the entities of all documents that are the same thing, each group in input order. Names that
 * are the same join entities of one type; a person's surname alone joins only the one person of the
 * corpus who has it; spellings one edit apart join people who share a first name and an office. What is
 * only described is joined only where the passage is a copy.
 */
export function resolveAcrossDocuments(entities: readonly LocalEntity[], copies: Copies): LocalEntity[][] {
  const sets = unionFind(entities.length)
  const members = (): Map<number, number[]> => {
    const groups = new Map<number, number[]>()
    entities.forEach((_, index) => {
      const root = sets.find(index)
      append(groups, root, index)
    })
    return groups
  }

  const byName = new Map<string, number[]>()
  entities.forEach((entity, index) => {
    const value = valueKey(entity)
    if (value !== undefined) append(byName, value, index)
    if (!entity.named) return
    for (const words of entity.names) {
      // One word of a person's name is shared by too many people.
      if (entity.type === 'Person' && words.length < 2) continue
      const key = `${entity.type} ${entity.type === 'Role' ? officeForm(words) : nameKey(words)}`
      append(byName, key, index)
    }
  })
  for (const indexes of byName.values()) for (const index of indexes.slice(1)) sets.union(indexes[0]!, index)

  joinUntyped(entities, sets)
  joinCopied(entities, sets, copies)
  joinSpellings(entities, sets)
  joinOffices(entities, sets)
  joinSmallOffices(entities, sets)
  joinBareOffices(entities, sets)
  joinLoneNames(entities, sets, members)
  joinShortForms(entities, sets, members)
  return [...members().values()].map((group) => group.map((index) => entities[index]!))
}

/** Dates and other values are the same wherever they stand. */
function valueKey(entity: LocalEntity): string | undefined {
  if (entity.mentions.some((m) => m.kind !== 'value')) return undefined
  const time = entity.mentions.find((m) => m.time)?.time
  // "Monday" in two documents may be two days.
  if (!time && entity.type === 'Date') return undefined
  return time
    ? `value ${time.kind} ${time.start} ${time.end}`
    : `value ${nameKey([entity.mentions[0]!.text])}`
}

type Sets = ReturnType<typeof unionFind>

/** The words of an office whatever their order, without small words and the generic endings of bodies. */
const officeForm = (words: readonly string[]): string =>
  nameKey(words)
    .split(' ')
    .filter(
      (w, i) => !/^(the|of|for|and)$/.test(w) && !(i > 1 && /^(service|force|company|corporation)$/.test(w)),
    )
    .sort()
    .join(' ')

/** A name whose type one document does not tell is the only other thing of the corpus with that name. */
function joinUntyped(entities: readonly LocalEntity[], sets: Sets): void {
  const byName = new Map<string, number[]>()
  entities.forEach((entity, index) => {
    if (!entity.named || entity.type === 'Role') return
    for (const words of entity.names) append(byName, nameKey(words), index)
  })
  for (const indexes of byName.values()) {
    const typed = indexes.filter((i) => entities[i]!.type !== 'Thing')
    if (new Set(typed.map((i) => entities[i]!.type)).size !== 1) continue
    if (entities[typed[0]!]!.type === 'Person') continue
    for (const index of indexes) if (entities[index]!.type === 'Thing') sets.union(index, typed[0]!)
  }
}

/** The same words in the same place of a copied passage are the same thing. */
function joinCopied(entities: readonly LocalEntity[], sets: Sets, copies: Copies): void {
  const first = new Map<string, number>()
  entities.forEach((entity, index) => {
    const seen = new Map<string, number>()
    for (const mention of entity.mentions) {
      if (mention.kind !== 'nominal') continue
      const group = copies.groupAround(entity.document, mention.start)
      if (group < 0) continue
      const words = `${group} ${nameKey([mention.text])}`
      const nth = seen.get(words) ?? 0
      seen.set(words, nth + 1)
      const key = `${words} ${nth}`
      const other = first.get(key)
      if (other === undefined) first.set(key, index)
      else if (entities[other]!.document !== entity.document && entities[other]!.type === entity.type)
        sets.union(other, index)
    }
  })
}

/** "Lena Okafer" for "Lena Okafor": one edit apart in the surname, the same first name and office. */
function joinSpellings(entities: readonly LocalEntity[], sets: Sets): void {
  const byFirst = new Map<string, { index: number; last: string }[]>()
  entities.forEach((entity, index) => {
    if (entity.type !== 'Person') return
    for (const words of entity.names)
      if (words.length > 1) {
        const first = nameKey([words[0]!])
        append(byFirst, first, { index, last: nameKey(words.slice(1)) })
      }
  })
  for (const people of byFirst.values())
    for (const a of people)
      for (const b of people) {
        if (a.index >= b.index || a.last === b.last || a.last.length < 4) continue
        if (editDistance(a.last, b.last) > 1) continue
        const shared = [...entities[a.index]!.roles].some((role) => entities[b.index]!.roles.has(role))
        if (shared) sets.union(a.index, b.index)
      }
}

/**
 * Two wordings of one office: every stem of the one is in the other or begins alike ("Commissioner of
 * Police of the Metropolis", "Metropolitan Police commissioner"), and one document gives both to one person.
 */
function joinOffices(entities: readonly LocalEntity[], sets: Sets): void {
  const offices = new Map<string, number[]>()
  entities.forEach((entity, index) => {
    if (entity.type === 'Role')
      for (const words of entity.names) {
        const form = officeForm(words)
        append(offices, form, index)
      }
  })
  for (const entity of entities) {
    if (entity.type !== 'Person') continue
    const held = [...entity.roles].sort()
    for (const a of held)
      for (const b of held) {
        if (a >= b || !sameStems(a.split(' '), b.split(' '))) continue
        const of = (key: string): number[] =>
          [...offices].filter(([form]) => sameWords(form, key)).flatMap(([, indexes]) => indexes)
        const [x] = of(a)
        if (x !== undefined) for (const y of of(b)) sets.union(x, y)
        if (x !== undefined) for (const y of of(a)) sets.union(x, y)
      }
  }
}

const sameWords = (form: string, key: string): boolean =>
  sameStems(form.split(' '), key.split(' ')) && form.split(' ').length === key.split(' ').length

const alike = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= 5 && (a.startsWith(b.slice(0, 7)) || b.startsWith(a.slice(0, 7))))

/** Whether each list has a like stem for every stem of the other, at least two of them. */
const sameStems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 1 &&
  b.length > 1 &&
  a.every((x) => b.some((y) => alike(x, y))) &&
  b.every((x) => a.some((y) => alike(x, y)))

/** "The home secretary" is the Home Secretary of another document: the same words, of which one is written as a name. */
function joinSmallOffices(entities: readonly LocalEntity[], sets: Sets): void {
  const byForm = new Map<string, number[]>()
  entities.forEach((entity, index) => {
    if (entity.type !== 'Role') return
    const words = entity.named ? entity.names : entity.mentions.map((m) => nameWords(m.text))
    for (const form of new Set(words.map(officeForm))) if (form.includes(' ')) append(byForm, form, index)
  })
  for (const indexes of byForm.values()) {
    const named = indexes.find((i) => entities[i]!.named)
    if (named !== undefined)
      for (const index of indexes)
        if (entities[index]!.mentions.every((m) => m.definite !== false)) sets.union(named, index)
  }
}

/** "The commissioner" in a document that names one office with that head: that office. */
function joinBareOffices(entities: readonly LocalEntity[], sets: Sets): void {
  const named = new Map<string, number[]>()
  entities.forEach((entity, index) => {
    if (entity.type !== 'Role') return
    for (const words of entity.names) {
      const form = officeForm(words).split(' ')
      if (form.length > 1 && !form.some((w) => /^(new|next|former|deputy|acting|future|first|vice)$/.test(w)))
        for (const word of form) append(named, `${entity.document} ${word}`, index)
    }
  })
  entities.forEach((entity, index) => {
    if (entity.type !== 'Role') return
    const heads = new Set(
      entity.mentions.map((m) => officeForm([m.text.replace(/^(the|a|an)\s+/i, '').replace(/['’]s?$/, '')])),
    )
    const [head] = heads
    if (heads.size !== 1 || head === undefined || head.includes(' ')) return
    const offices = (named.get(`${entity.document} ${head}`) ?? []).filter((i) => i !== index)
    if (offices.length > 0 && new Set(offices.map(sets.find)).size === 1) sets.union(offices[0]!, index)
  })
}

/** A surname without a first name in its document is the one person of the corpus who bears it. */
function joinLoneNames(
  entities: readonly LocalEntity[],
  sets: Sets,
  members: () => Map<number, number[]>,
): void {
  const bySurname = new Map<string, Set<number>>()
  for (const [root, indexes] of members())
    for (const index of indexes) {
      const entity = entities[index]!
      if (entity.type === 'Person')
        for (const words of entity.names)
          if (words.length > 1) {
            const key = nameKey([words.at(-1)!])
            bySurname.set(key, (bySurname.get(key) ?? new Set()).add(root))
          }
    }
  entities.forEach((entity, index) => {
    if (entity.type !== 'Person' || !entity.named || entity.names.some((n) => n.length > 1)) return
    const roots = bySurname.get(nameKey(entity.names[0]!))
    if (roots?.size !== 1) return
    const target = entities[[...roots][0]!]!
    if (!entity.gender || !target.gender || entity.gender === target.gender) sets.union(index, [...roots][0]!)
  })
}

/** "the Met" in a document that never writes the name out, where only one name of the corpus fits. */
function joinShortForms(
  entities: readonly LocalEntity[],
  sets: Sets,
  members: () => Map<number, number[]>,
): void {
  const groups = [...members()].filter(
    ([root]) => entities[root]!.named && !['Person', 'Role', 'Place'].includes(entities[root]!.type),
  )
  // Only names that begin alike can be forms of each other.
  const byStart = new Map<string, { root: number; type: string; names: string[][] }[]>()
  for (const [root, indexes] of groups) {
    const names = indexes.flatMap((i) => entities[i]!.names)
    for (const start of new Set(names.map((n) => n[0]!.slice(0, 3))))
      append(byStart, start, { root, type: entities[root]!.type, names })
  }
  const targets = new Map<number, Set<number>>()
  for (const near of byStart.values())
    for (const a of near)
      for (const b of near) {
        if (a.root === b.root || (a.type !== b.type && a.type !== 'Thing')) continue
        if (a.names.some((short) => b.names.some((long) => isShortForm(short, long))))
          targets.set(a.root, (targets.get(a.root) ?? new Set()).add(b.root))
      }
  for (const [root, found] of [...targets].sort((a, b) => a[0] - b[0]))
    if (new Set([...found].map(sets.find)).size === 1) sets.union(root, [...found][0]!)
}
