import type { Annotation, Mention, NameSpan, Schema, Span, TimeMention } from '../model/index.ts'
import type { TokenMention } from './annotated-document.ts'
import { givenNames } from './given-names.ts'
import type { HeadTypes } from './head-types.ts'
import { phrasePlace } from './phrase-place.ts'
import type { Tree } from './tree.ts'

interface TokenRange {
  readonly first: number
  /** Exclusive. */
  readonly end: number
}

type Details = Partial<Omit<Mention, 'id' | 'start' | 'end' | 'text' | 'head' | 'sentence'>> &
  Pick<Mention, 'kind'>

const nominal = /^(NOUN|PROPN|NUM)$/
const modifiers = new Set([
  'det',
  'amod',
  'compound',
  'flat',
  'nummod',
  'fixed',
  'punct',
  'advmod',
  'case',
  'nmod',
  'cc',
  'conj',
])
const pronounGender: Readonly<Record<string, 'feminine' | 'masculine' | 'neuter'>> = {
  she: 'feminine',
  her: 'feminine',
  hers: 'feminine',
  herself: 'feminine',
  he: 'masculine',
  him: 'masculine',
  his: 'masculine',
  himself: 'masculine',
  it: 'neuter',
  its: 'neuter',
  itself: 'neuter',
}
const pluralPronouns = new Set(
  'they them their theirs themselves we us our ours ourselves these those'.split(' '),
)
const otherPronouns = new Set(
  'i me my mine myself you your yours yourself who which that this one another'.split(' '),
)
const feminineNouns = new Set(
  `woman girl mother daughter sister wife aunt niece grandmother granddaughter widow girlfriend mum mom bride
  heroine actress waitress queen princess duchess countess baroness empress goddess nun spokeswoman
  chairwoman businesswoman policewoman congresswoman schoolgirl stepmother lady`.split(/\s+/),
)
const masculineNouns = new Set(
  `man boy father son brother husband uncle nephew grandfather grandson widower boyfriend dad groom hero actor
  waiter king prince duke count emperor god monk spokesman chairman businessman policeman congressman
  schoolboy stepfather gentleman guy fisherman`.split(/\s+/),
)
const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The number that a numeral says, written in figures or, up to twelve, in words. */
export function numberOf(word: string): number | undefined {
  const index = numberWords.indexOf(word.toLowerCase())
  if (index >= 0) return index
  return /^\d{1,3}(,\d{3})*$|^\d+$/.test(word) ? Number(word.replaceAll(',', '')) : undefined
}

/** Tokens whose span lies within a span of characters; `tokens` in text order. */
function tokensWithin(tree: Tree, span: Span, from: number): TokenRange | undefined {
  let first = from
  while (first < tree.tokens.length && tree.tokens[first]!.end <= span.start) first++
  let end = first
  while (end < tree.tokens.length && tree.tokens[end]!.start < span.end) end++
  return end > first ? { first, end } : undefined
}

/** The token of a range that is not governed from inside it. */
function headOf(tree: Tree, { first, end }: TokenRange): number {
  for (let i = first; i < end; i++) {
    const head = tree.head(i)
    if ((head < first || head >= end) && nominal.test(tree.upos(i))) return i
  }
  return end - 1
}

const calendarWord =
  /^((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?$/

const ofOnly: ReadonlySet<string> = new Set(['of'])
/** What an event is about or with belongs to what it is: "meeting with the mayor". */
const eventPrepositions: ReadonlySet<string> = new Set(['of', 'with', 'into', 'between', 'over', 'against'])

const hasCase = (tree: Tree, token: number, prepositions: ReadonlySet<string>): boolean =>
  tree.children(token, 'case').some((c) => prepositions.has(tree.lower(c)))

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
  from = 0
  for (const name of annotation.names) {
    const found = tokensWithin(tree, name, from)
    if (!found) continue
    from = found.first
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
    return first
  }

  /** A name, with the titles before it where it is a person's. */
  function addName(range: TokenRange, name: NameSpan): TokenMention {
    const titles: string[] = []
    let first = range.first
    let type = name.type
    while (first < range.end - 1 && schema.titles.has(tree.form(first).replace(/\.$/, ''))) first++
    const inside = first
    while (first > 0 && !taken[first - 1] && schema.titles.has(tree.form(first - 1).replace(/\.$/, '')))
      first--
    for (let i = Math.min(first, range.first); i < inside; i++) titles.push(tree.form(i).replace(/\.$/, ''))
    if (titles.length > 0) type = 'Person'
    const whole = { first: Math.min(first, range.first), end: range.end }
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

  for (const { mention } of people) {
    const role = roleBefore(tree, mention.firstToken, annotation.names, heads)
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
    if (calendarWord.test(tree.form(token))) {
      add({ first: token, end: token + 1 }, token, { kind: 'value', type: 'Date' })
      return
    }
    const plural = /^(NNS|NNPS)$/.test(tree.xpos(token))
    const lemma = tree.lemma(token)
    const range = nominalRange(
      tree,
      token,
      taken,
      heads.typeOf(lemma, plural) === 'Event' ? eventPrepositions : ofOnly,
      personStarts,
    )
    const first = tree.lower(range.first)
    const definite = /^(the|this|that|these|those|his|her|its|their|my|our)$/.test(first)
    const determiner = determinerOf(tree, token)
    const gender = feminineNouns.has(lemma) ? 'feminine' : masculineNouns.has(lemma) ? 'masculine' : undefined
    const numeral = tree
      .children(token, 'nummod')
      .map((n) => numberOf(tree.form(n)))
      .find((n) => n !== undefined)
    // "Metropolitan Police Commissioner": in a name without a clear head the last word tells what it is.
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
    const type = endsInOffice
      ? 'Role'
      : (heads.typeOf(lemma, plural) ?? (tree.upos(token) === 'NUM' ? 'Quantity' : undefined))
    // A capitalised office with its organisation or place is a name: "Mayor of London".
    let holdsName = false
    for (let i = range.first; i < range.end; i++)
      if (i !== token && tree.upos(i) === 'PROPN') holdsName = true
    const proper =
      tree.upos(token) === 'PROPN' ||
      (type === 'Role' && holdsName) ||
      (holdsName && capitalised(range)) ||
      (type === 'Role' && range.end - range.first > (definite ? 2 : 1) && /^[A-Z]/.test(tree.form(token)))
    add(range, token, {
      kind: proper ? 'named' : 'nominal',
      number: plural ? 'plural' : 'singular',
      definite,
      ...(determiner ? { determiner } : {}),
      ...(gender ? { gender } : {}),
      ...(type ? { type } : {}),
      ...(numeral !== undefined && plural ? { count: numeral } : {}),
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

/** Words of offices that also stand inside names of people and bodies. */
const inNames = /^(king|queen|prince|princess|pope|head|chief|chair)$/

const isOfficeWord = (tree: Tree, token: number, heads: HeadTypes): boolean =>
  heads.isRole(tree.lower(token)) && !inNames.test(tree.lower(token))

/**
 * Leaves out a determiner before and a possessive mark after a name, and the office that a name finder takes
 * for its last word: "Metropolitan Police Commissioner" is an office of the Metropolitan Police.
 */
function trimName(tree: Tree, range: TokenRange, heads: HeadTypes): TokenRange | undefined {
  let { first, end } = range
  while (end > first && /^(['’]s?|[.,;:])$/.test(tree.form(end - 1))) end--
  while (end > first && isOfficeWord(tree, end - 1, heads)) end--
  while (end > first && isOfficeWord(tree, first, heads) && tree.relation(first) !== 'flat') first++
  while (first < end && /^(the|a|an)$/i.test(tree.form(first))) first++
  return end > first ? { first, end } : undefined
}

/**
 * The office written before a person's name: "NASA Administrator Charles Bolden", "Mayor of London Sadiq
 * Khan". `token` is the first of the name with its titles.
 */
function roleBefore(
  tree: Tree,
  token: number,
  names: readonly NameSpan[],
  heads: HeadTypes,
): (TokenRange & { token: number }) | undefined {
  const isRole = (i: number): boolean =>
    i >= 0 && nominal.test(tree.upos(i)) && heads.isRole(tree.lemma(i)) && !/^(NNS|NNPS)$/.test(tree.xpos(i))
  const joins = (i: number): boolean =>
    (i >= 0 && tree.sentence(i) === tree.sentence(token) && /^(NOUN|PROPN|ADJ)$/.test(tree.upos(i))) ||
    /^['’]s?$/.test(tree.form(i) ?? '')
  let head = token - 1
  if (!isRole(head)) {
    // "Mayor of London" directly before the name.
    const place = names.find((n) => n.end === tree.tokens[token - 1]?.end)
    if (!place) return undefined
    let i = token - 1
    while (i > 0 && tree.tokens[i]!.start > place.start) i--
    i--
    if (i > 0 && /^the$/i.test(tree.form(i))) i--
    if (i < 1 || !/^(of|for)$/i.test(tree.form(i)) || !isRole(i - 1)) return undefined
    head = i - 1
  }
  if (tree.sentence(head) !== tree.sentence(token)) return undefined
  let first = head
  while (first > 0 && joins(first - 1)) first--
  return { first, end: token, token: head }
}

/** A noun with its determiner, modifiers before it and phrases with some prepositions after it, without a gap. */
function nominalRange(
  tree: Tree,
  token: number,
  taken: Uint8Array,
  prepositions: ReadonlySet<string>,
  personStarts: ReadonlySet<number>,
): TokenRange {
  const inside = new Set(
    tree.subtree(token, (child, parent) => {
      const relation = tree.relation(child)
      if (!modifiers.has(relation)) return true
      if (relation === 'case') return parent === token && tree.xpos(child) !== 'POS'
      if (relation === 'nmod' && tree.label(child) !== 'nmod:poss')
        return !hasCase(tree, child, parent === token ? prepositions : ofOnly)
      if (parent !== token) return false
      if (relation === 'cc' || relation === 'conj') return true
      if (relation === 'punct') return tree.form(child) !== '-'
      return child > token && relation !== 'flat'
    }),
  )
  let first = token
  while (inside.has(first - 1)) first--
  let end = token + 1
  while (inside.has(end) && !personStarts.has(end)) end++
  while (end > token + 1 && /^(of|the|a|an|and|,)$/i.test(tree.form(end - 1))) end--
  while (first < token && taken[first] && tree.relation(first) === 'flat') first++
  return { first, end }
}

/** "Independent Office for Police Conduct (IOPC)": the short form is the same thing, whatever its type. */
function linkAcronyms(tree: Tree, mentions: TokenMention[]): void {
  const byToken = new Map<number, number>()
  mentions.forEach((m, index) => {
    if (m.kind === 'named') byToken.set(m.firstToken, index)
  })
  for (const long of [...mentions]) {
    if (long.kind !== 'named' || tree.tokens[long.endToken] === undefined || tree.form(long.endToken) !== '(')
      continue
    const index = byToken.get(long.endToken + 1)
    const short = index === undefined ? undefined : mentions[index]
    if (!short || tree.tokens[short.endToken] === undefined || tree.form(short.endToken) !== ')') continue
    if (!isAcronymOf(short.text, long.text)) continue
    mentions[index!] = { ...short, sameAs: long.id, ...(long.type ? { type: long.type } : {}) }
    const at = mentions.findIndex((m) => m.id === long.id)
    mentions[at] = { ...mentions[at]!, acronym: short.text }
  }
}

/** Whether the letters of a short form are initials of the words of a name, in order. */
export function isAcronymOf(short: string, name: string): boolean {
  const letters = short.replaceAll('.', '').replace(/s$/, '')
  if (!/^[A-Z][A-Za-z&]*[A-Z]$/.test(letters)) return false
  const initials = name.split(/[\s-]+/).map((word) => word[0] ?? '')
  const capitals = initials.filter((c) => c !== c.toLowerCase()).join('')
  return capitals === letters || initials.join('').toUpperCase() === letters.toUpperCase()
}
