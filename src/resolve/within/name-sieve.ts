import { append } from '../append.ts'
import { acronymOf, initials, isShortForm, nameKey } from '../name-form.ts'
import { agree, type Chains, nested } from './chains.ts'
import type { Join } from './link.ts'
import type { Phrase } from './phrase.ts'

const keyOf = (name: Phrase): string => name.words.join(' ')
const typeOf = (name: Phrase): string => name.mention?.type ?? ''
const isPerson = (chains: Chains, name: Phrase): boolean => chains.traits(name).types.has('Person')

/**
 * Joins names: the same words, a name and its acronym, a part of a person's name and the one person it can
 * be, short forms of organisations, names without their kind. A name is never joined by a part across
 * types. `kinds` are nouns that tell what sort of thing a name is of, in small letters.
 */
export function joinNames(
  names: readonly Phrase[],
  chains: Chains,
  kinds: ReadonlySet<string>,
  join: Join,
): void {
  const last = new Map<string, Phrase>()
  for (const name of names) {
    const key = keyOf(name)
    if (!key) continue
    const earlier = last.get(key)
    if (earlier && !nested(earlier, name)) join(name, earlier, 'same name', 0.95)
    last.set(key, name)
  }
  joinAcronyms(names, chains, join)
  joinPersons(names, chains, join)
  joinShort(names, chains, join)
  joinWithoutKind(names, chains, kinds, join)
}

function joinAcronyms(names: readonly Phrase[], chains: Chains, join: Join): void {
  const byId = new Map(names.map((name) => [name.mention?.id, name]))
  const byInitials = new Map<string, Phrase[]>()
  for (const name of names) {
    const long = name.mention?.sameAs === undefined ? undefined : byId.get(name.mention.sameAs)
    if (long) join(name, long, 'acronym', 0.98)
    if (name.words.length < 2) continue
    const letters = initials(name.mention!.text)
    if (letters.length > 1) append(byInitials, letters, name)
  }
  for (const name of names) {
    const letters = acronymOf([name.mention!.text.replace(/['’]s?$/, '')])
    const found = letters === undefined ? undefined : byInitials.get(letters)
    if (!found) continue
    const chain = new Set(found.map(chains.find))
    const target = found.findLast((n) => n.index < name.index) ?? found[0]!
    if (chain.size === 1 && chains.find(target) !== chains.find(name) && typeOf(target) !== 'Person')
      join(name, target, 'acronym', 0.9)
  }
}

/** "Amsel" and "Dame Ruth" are the one person of the document with that surname or that first name. */
function joinPersons(names: readonly Phrase[], chains: Chains, join: Join): void {
  const full = names.filter((n) => n.words.length > 1 && isPerson(chains, n))
  const bySurname = new Map<string, Phrase[]>()
  const byFirst = new Map<string, Phrase[]>()
  for (const name of full) {
    append(bySurname, name.words.at(-1)!, name)
    append(byFirst, name.words[0]!, name)
  }
  const done = new Set<number>()
  for (const name of names) {
    if (name.words.length === 0 || done.has(chains.find(name))) continue
    done.add(chains.find(name))
    const surname = name.words.at(-1)!
    if (name.words.length === 1) {
      const wanted = bySurname.get(surname)
      const candidates = wanted ?? (typeOf(name) === 'Person' ? byFirst.get(surname) : undefined) ?? []
      joinOne(name, candidates, chains, join)
    } else if (isPerson(chains, name)) {
      // "Anna Ruth Amsel" and "Ruth Amsel": all words of the shorter stand in the longer, the surname last.
      const candidates = (bySurname.get(surname) ?? []).filter(
        (other) =>
          other.words.length !== name.words.length &&
          isPart(shorter(other, name).words, longer(other, name).words),
      )
      joinOne(name, candidates, chains, join)
    }
  }
}

const shorter = (a: Phrase, b: Phrase): Phrase => (a.words.length < b.words.length ? a : b)
const longer = (a: Phrase, b: Phrase): Phrase => (a.words.length < b.words.length ? b : a)

/** Whether words stand in a longer list in the same order, an initial for a whole word too. */
function isPart(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of short) {
    while (at < long.length && long[at] !== word && !(word.length === 1 && long[at]!.startsWith(word))) at++
    if (at === long.length) return false
    at++
  }
  return true
}

/** Of names that one may stand for, the last before it, where all are one thing. */
function onlyOne(name: Phrase, fitting: readonly Phrase[], chains: Chains): Phrase | undefined {
  if (new Set(fitting.map(chains.find)).size !== 1) return undefined
  const target = fitting.findLast((other) => other.index < name.index) ?? fitting[0]!
  return nested(target, name) ? undefined : target
}

function joinOne(name: Phrase, candidates: readonly Phrase[], chains: Chains, join: Join): void {
  const fitting = candidates.filter(
    (c) => chains.find(c) !== chains.find(name) && agree(chains.traits(c), chains.traits(name)),
  )
  const target = onlyOne(name, fitting, chains)
  if (target) join(name, target, 'part of a name', 0.93)
}

/** "Met Police", "the Met" and "Metropolitan Police", where only one name of the document fits. */
function joinShort(names: readonly Phrase[], chains: Chains, join: Join): void {
  const organisations = names.filter(
    (n) => n.words.length > 0 && !isPerson(chains, n) && !/^(Place|Role|Date)$/.test(typeOf(n)),
  )
  const written = (name: Phrase): string[] =>
    name
      .mention!.text.replace(/^(the|a|an)\s+/i, '')
      .replace(/[’']s?$/u, '')
      .split(/\s+/)
  // A short form begins as the long one does.
  const start = (name: Phrase): string => nameKey(written(name).slice(0, 1)).slice(0, 3)
  const byStart = new Map<string, Phrase[]>()
  for (const name of organisations) append(byStart, start(name), name)
  const seen = new Set<number>()
  for (const name of organisations.toSorted((a, b) => a.words.length - b.words.length)) {
    if (seen.has(chains.find(name))) continue
    seen.add(chains.find(name))
    const fitting = byStart
      .get(start(name))!
      .filter(
        (other) =>
          chains.find(other) !== chains.find(name) &&
          (typeOf(other) === typeOf(name) || typeOf(other) === '' || typeOf(name) === '') &&
          isShortForm(written(name), written(other)),
      )
    const target = onlyOne(name, fitting, chains)
    if (target) join(name, target, 'short form', 0.85)
  }
}

/** "Aurora" is the one thing of the document that is called by its kind and that name: "Ferry Aurora", "Lake Aurora". */
function joinWithoutKind(
  names: readonly Phrase[],
  chains: Chains,
  kinds: ReadonlySet<string>,
  join: Join,
): void {
  const byLast = new Map<string, Phrase[]>()
  for (const name of names)
    if (name.words.length > 1 && kinds.has(name.words.at(-2)!) && !isPerson(chains, name))
      append(byLast, name.words.at(-1)!, name)
  if (byLast.size === 0) return
  const done = new Set<number>()
  for (const name of names) {
    if (name.words.length !== 1 || isPerson(chains, name) || done.has(chains.find(name))) continue
    done.add(chains.find(name))
    const whole = (byLast.get(name.words[0]!) ?? []).filter((w) => chains.find(w) !== chains.find(name))
    const target = onlyOne(name, whole, chains)
    if (!target) continue
    const [short, long] = [typeOf(name), typeOf(whole[0]!)]
    if (short === long || /^(Thing|Topic|)$/.test(short) || /^(Thing|)$/.test(long))
      join(name, target, 'part of a name', 0.88)
  }
}
