import type { Annotation, Mention, NameSpan, Schema, TimeMention } from '../model/index.ts'
import { linkAcronyms } from './acronyms.ts'
import type { TokenMention } from './annotated-document.ts'
import { isCalendarWord } from './calendar-words.ts'
import { countedGroup } from './counted-group.ts'
import {
  feminineNouns,
  masculineNouns,
  numberOf,
  otherPronouns,
  pluralPronouns,
  pronounGender,
} from './gender-and-number.ts'
import { givenNames } from './given-names.ts'
import type { HeadTypes } from './head-types.ts'
import { nameRanges, withLeadingWords } from './name-edges.ts'
import { nominalRange } from './nominal-range.ts'
import { isOfficeWord, roleBefore, trimName } from './office-words.ts'
import { phrasePlace } from './phrase-place.ts'
import { headOf, nominal, type TokenRange, tokensWithin } from './token-range.ts'
import type { Tree } from './tree.ts'

type Details = Partial<Omit<Mention, 'id' | 'start' | 'end' | 'text' | 'head' | 'sentence'>> &
  Pick<Mention, 'kind'>

/** Finds everything in a document that refers to something, in text order, one mention for each place. */
export function findMentions(
  tree: Tree,
  annotation: Annotation,
  times: readonly TimeMention[],
  schema: Schema,
  heads: HeadTypes,
): TokenMention[] {
  const taken = new Uint8Array(tree.tokens.length)
  const mentions: TokenMention[] = []

  const add = (range: TokenRange, token: number, details: Details): TokenMention => {
    const start = tree.tokens[range.first]!.start
    const end = tree.tokens[range.end - 1]!.end
    const mention: TokenMention = {
      id: `${start}-${end}`,
      start,
      end,
      text: tree.text.slice(start, end),
      head: {
        start: tree.tokens[token]!.start,
        end: tree.tokens[token]!.end,
        text: tree.form(token),
        lemma: tree.lemma(token),
      },
      role: tree.label(token),
      sentence: tree.sentence(token),
      ...phrasePlace(tree, token, { start, end }),
      token,
      firstToken: range.first,
      endToken: range.end,
      ...details,
    }
    mentions.push(mention)
    return mention
  }
  const take = (range: TokenRange): void => {
    taken.fill(1, range.first, range.end)
  }
  const isTaken = (token: number): boolean => taken[token] === 1
  const isFree = (range: TokenRange): boolean => {
    for (let i = range.first; i < range.end; i++) if (taken[i]) return false
    return true
  }

  let from = 0
  for (const { start, end, time } of times) {
    const range = tokensWithin(tree, { start, end }, from)
    if (!range) continue
    from = range.first
    add(range, headOf(tree, range), { kind: 'value', type: 'Date', time })
    take(range)
  }

  const people: { range: TokenRange; mention: TokenMention }[] = []
  for (const { range: found, name } of nameRanges(tree, annotation.names)) {
    const range = trimName(tree, found, heads)
    if (!range || !isFree(range)) continue
    const place = placeBefore(range, name)
    if (place > range.first) {
      add({ first: range.first, end: place }, place - 1, { kind: 'named', type: 'Place', number: 'singular' })
      take({ first: range.first, end: place })
    }
    const mention = addName({ first: place, end: range.end }, name)
    if (mention.type === 'Person') people.push({ range, mention })
  }
  const personStarts = new Set(people.map(({ mention }) => mention.firstToken))

  /** Where the person begins in "mayor of Varnholm Lena Okafor", which a name finder may take for one name. */
  function placeBefore({ first, end }: TokenRange, { type }: NameSpan): number {
    const inOffice = first > 1 && tree.lower(first - 1) === 'of' && heads.isRole(tree.lower(first - 2))
    if (type !== 'Person' || !inOffice || end - first < 3) return first
    for (let i = first + 1; i < end - 1; i++) if (givenNames.has(tree.lower(i))) return i
    return first + 1
  }

  /** Whether a title says whose office it is, and so is one: "Varnholm Senator Ruth Amsel". */
  function isOfficeOf(token: number): boolean {
    if (token === 0 || !heads.isRole(tree.lower(token))) return false
    if (tree.sentence(token - 1) !== tree.sentence(token) || tree.upos(token - 1) !== 'PROPN') return false
    return !schema.titles.has(tree.form(token - 1).replace(/\.$/, ''))
  }

  /** A name, with the titles before it where it is a person's. */
  function addName(range: TokenRange, name: NameSpan): TokenMention {
    const titles: string[] = []
    const isTitle = (token: number): boolean =>
      schema.titles.has(tree.form(token).replace(/\.$/, '')) && !isOfficeOf(token)
    let first = range.first
    let type = name.type
    while (first < range.end - 1 && isOfficeOf(first)) first++
    const own = first
    while (first < range.end - 1 && isTitle(first)) first++
    const inside = first
    while (first > 0 && !taken[first - 1] && isTitle(first - 1)) first--
    for (let i = Math.min(first, own); i < inside; i++) titles.push(tree.form(i).replace(/\.$/, ''))
    if (titles.length > 0) type = 'Person'
    const named = { first: Math.min(first, own), end: range.end }
    const whole = type === 'Person' ? named : withLeadingWords(tree, named, heads, isTaken)
    const gender =
      titles.map((t) => schema.titles.get(t)?.gender).find((g) => g !== undefined) ??
      (type === 'Person' ? givenNames.get(tree.lower(inside)) : undefined)
    take(whole)
    return add(whole, headOf(tree, whole), {
      kind: 'named',
      type,
      number: 'singular',
      ...(titles.length > 0 ? { titles } : {}),
      ...(gender ? { gender } : {}),
    })
  }

  // Of names that end together the first, which is the longest.
  const nameEnding = new Map(annotation.names.toReversed().map((name) => [name.end, name]))
  for (const { mention } of people) {
    const role = roleBefore(tree, mention.firstToken, nameEnding, heads)
    if (!role || !isFree({ first: role.token, end: role.token + 1 })) continue
    add(role, role.token, { kind: 'named', type: 'Role', number: 'singular', definite: true })
    taken[role.token] = 1
  }

  for (let token = 0; token < tree.tokens.length; token++) {
    if (taken[token]) continue
    const word = tree.lower(token)
    if (tree.upos(token) === 'PRON' || (tree.upos(token) === 'DET' && tree.xpos(token) === 'PRP$')) {
      const gender = pronounGender[word]
      const plural = pluralPronouns.has(word)
      if (gender || plural || otherPronouns.has(word))
        add({ first: token, end: token + 1 }, token, {
          kind: 'pronoun',
          number: plural ? 'plural' : 'singular',
          ...(gender ? { gender } : {}),
        })
      continue
    }
    if (
      !nominal.test(tree.upos(token)) ||
      ['compound', 'flat', 'fixed', 'goeswith', 'nummod'].includes(tree.relation(token))
    )
      continue
    addNominal(token)
  }

  /** Whether every word but a determiner begins with a capital: "Nordkai Shipping", whatever the tags. */
  function capitalised({ first, end }: TokenRange): boolean {
    for (let i = first; i < end; i++)
      if (!/^\p{Lu}/u.test(tree.form(i)) && tree.upos(i) !== 'DET') return false
    return true
  }

  function addNominal(token: number): void {
    // A weekday in a document without a date is some day, and no thing.
    if (isCalendarWord(tree.form(token).replace(/s$/, ''))) {
      add({ first: token, end: token + 1 }, token, { kind: 'value', type: 'Date' })
      return
    }
    const plural = /^(NNS|NNPS)$/.test(tree.xpos(token))
    const lemma = tree.lemma(token)
    const range = nominalRange(tree, token, taken, heads.typeOf(lemma, plural) === 'Event', personStarts)
    const first = tree.lower(range.first)
    const definite = /^(the|this|that|these|those|his|her|its|their|my|our)$/.test(first)
    const determiner = determinerOf(tree, token)
    const counted = countedGroup(tree, token, heads)
    const gender = feminineNouns.has(lemma) ? 'feminine' : masculineNouns.has(lemma) ? 'masculine' : undefined
    const numeral = tree
      .children(token, 'nummod')
      .map((n) => numberOf(tree.form(n)))
      .find((n) => n !== undefined)
    // "Ostland Police Commissioner": in a name without a clear head the last word tells what it is.
    const last = range.end - 1
    const title = schema.titles.get(tree.form(range.first).replace(/\.$/, ''))
    if (title && range.end - range.first > 1 && tree.upos(last) === 'PROPN') {
      // A titled name that the name finder has missed.
      add(range, token, {
        kind: 'named',
        type: 'Person',
        number: 'singular',
        titles: [title.name],
        ...(title.gender ? { gender: title.gender } : {}),
      })
      return
    }
    const endsInOffice =
      tree.head(last) === token && tree.relation(last) === 'flat' && isOfficeWord(tree, last, heads)
    let type = endsInOffice
      ? 'Role'
      : counted
        ? 'Group'
        : (heads.typeOf(lemma, plural) ?? (tree.upos(token) === 'NUM' ? 'Quantity' : undefined))
    // A capitalised office with its organisation or place is a name: "Mayor of Varnholm".
    let holdsName = false
    for (let i = range.first; i < range.end; i++)
      if (i !== token && tree.upos(i) === 'PROPN') holdsName = true
    const proper =
      tree.upos(token) === 'PROPN' ||
      (type === 'Role' && holdsName) ||
      (holdsName && capitalised(range)) ||
      (type === 'Role' && range.end - range.first > (definite ? 2 : 1) && /^[A-Z]/.test(tree.form(token)))
    const leading =
      proper && type !== 'Role' && type !== 'Person' ? withLeadingWords(tree, range, heads, isTaken) : range
    if (leading.first < range.first) {
      // The words before it have been taken for a description of their own.
      while ((mentions.at(-1)?.firstToken ?? -1) >= leading.first) mentions.pop()
      type ??= heads.typeOf(tree.lemma(range.first - 1), false)
      take(leading)
    }
    add(leading, token, {
      kind: proper ? 'named' : 'nominal',
      number: plural ? 'plural' : 'singular',
      definite,
      ...(determiner ? { determiner } : {}),
      ...(gender ? { gender } : {}),
      ...(type ? { type } : {}),
      ...(counted
        ? { count: counted, number: counted > 1 ? ('plural' as const) : ('singular' as const) }
        : numeral !== undefined && plural
          ? { count: numeral }
          : {}),
    })
  }

  linkAcronyms(tree, mentions)
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** How a phrase begins, by its determiner or possessor. */
function determinerOf(tree: Tree, token: number): Mention['determiner'] {
  if (tree.children(token, 'nmod').some((child) => tree.label(child) === 'nmod:poss')) return 'possessive'
  const determiner = tree.children(token, 'det')[0]
  if (determiner === undefined) return undefined
  const word = tree.lower(determiner)
  if (word === 'the') return 'definite'
  return /^(this|that|these|those)$/.test(word) ? 'demonstrative' : 'indefinite'
}
