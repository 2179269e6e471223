import type { NameSpan, Sentence, Token } from '../model/index.ts'
import type { NameLists } from './name-features.ts'

/** A name with the tokens it covers. */
export interface TokenName extends NameSpan {
  readonly first: number
  readonly endToken: number
}

/** Asks whether a word is in a list of the names model. */
export type InList = (word: string, list: string) => boolean

/** Looks words up in lists by the names of the lists. */
export function listLookup(lists: NameLists, listNames: readonly string[]): InList {
  const bits = new Map(listNames.map((name, i) => [name, 1 << i]))
  return (word, list) => ((lists.entries.get(word.toLowerCase()) ?? 0) & (bits.get(list) ?? 0)) !== 0
}

const plain: Readonly<Record<string, string>> = { PER: 'Person', LOC: 'Place', ORG: 'Organization' }

/** The type by what the model says and by the words that kinds of names begin or end with. */
export function nameType(label: string, words: readonly string[], inList: InList): string {
  const last = words.at(-1)!
  if (words.length > 1) {
    if (inList(words[0]!, 'event-start')) return 'Event'
    if (label !== 'PER') {
      if (inList(last, 'law-head')) return 'Law'
      if (inList(last, 'work-head')) return 'Work'
      if (inList(last, 'event-head') && !inList(last, 'organization-head')) return 'Event'
      if (label === 'LOC' && inList(last, 'facility-head')) return 'Facility'
      if (label === 'LOC' && inList(words[0]!, 'organization-head') && !inList(words[0]!, 'place-head'))
        return 'Organization'
    }
    if (label === 'PER' && inList(last, 'organization-head') && !inList(words[0]!, 'given-name'))
      return 'Organization'
  }
  return plain[label] ?? label
}

/**
 * An organisation's name goes on over capitalised words that name organisations, and over a place right after
 * them: "Ostland" and "Varnholm" around "Radio" are one name. It begins at such a word before "of": "Office of the
 * Water Ombudsman".
 */
export function joinNameParts(
  names: readonly TokenName[],
  tokens: readonly Token[],
  form: (token: number) => string,
  inList: InList,
): TokenName[] {
  const joined: TokenName[] = []
  for (let i = 0; i < names.length; i++) {
    let name = names[i]!
    const goesOn = (token: number): boolean =>
      tokens[token]?.upos === 'PROPN' &&
      tokens[token]!.start - tokens[token - 1]!.end === 1 &&
      inList(form(token), 'organization-head')
    if (name.type !== 'Person' && goesOn(name.endToken)) {
      let end = name.endToken
      while (goesOn(end)) end++
      const next = names[i + 1]
      if (next?.first === end && next.type !== 'Person') {
        end = next.endToken
        i++
      } else if (/^\d{1,2}$/.test(form(end) ?? '')) end++
      name = { ...name, type: 'Organization', endToken: end, end: tokens[end - 1]!.end }
    }
    const head = headBefore(name.first, form, inList)
    const last = joined.at(-1)
    if (name.type !== 'Person' && head !== undefined && (last === undefined || last.endToken <= head))
      name = { ...name, type: 'Organization', first: head, start: tokens[head]!.start }
    joined.push(name)
  }
  return joined
}

/** The capitalised word for a kind of organisation that stands before "of" or "of the" and a token. */
function headBefore(token: number, form: (token: number) => string, inList: InList): number | undefined {
  const of = form(token - 1) === 'the' ? token - 2 : token - 1
  if (of < 1 || form(of) !== 'of') return undefined
  const word = form(of - 1)
  return /^\p{Lu}\p{Ll}+$/u.test(word) && inList(word, 'organization-head') ? of - 1 : undefined
}

/** Names that the chain leaves out though their first word tells them: "Operation Lantern". */
export function addStartedNames(
  names: readonly TokenName[],
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  form: (token: number) => string,
  inList: InList,
): TokenName[] {
  const kept = [...names]
  for (const { firstToken, endToken } of sentences)
    for (let i = firstToken; i + 1 < endToken; i++) {
      if (!/^\p{Lu}/u.test(form(i)) || !inList(form(i), 'event-start')) continue
      let end = i + 1
      while (end < endToken && tokens[end]!.upos === 'PROPN') end++
      if (end === i + 1) continue
      for (let k = kept.length - 1; k >= 0; k--)
        if (kept[k]!.first < end && kept[k]!.endToken > i) kept.splice(k, 1)
      kept.push({
        first: i,
        endToken: end,
        start: tokens[i]!.start,
        end: tokens[end - 1]!.end,
        type: 'Event',
        confidence: 0.9,
      })
    }
  return kept.sort((a, b) => a.start - b.start)
}

/**
 * Lets the names of one document agree on their types: a title makes a person; a surname or given name takes
 * the type of the full name; a short form in brackets that of its long form; the same words have one type, that
 * of the surest mentions together.
 */
export function agreeOnTypes(
  names: readonly TokenName[],
  form: (token: number) => string,
  inList: InList,
): TokenName[] {
  const key = (name: TokenName): string => {
    let text = ''
    for (let i = name.first; i < name.endToken; i++) text += ` ${form(i).toLowerCase()}`
    return text.slice(1)
  }
  const votes = new Map<string, Map<string, number>>()
  const vote = (name: string, type: string, weight: number): void => {
    const types = votes.get(name) ?? new Map<string, number>()
    types.set(type, (types.get(type) ?? 0) + weight)
    votes.set(name, types)
  }
  const people = new Map<string, number>()
  for (const name of names) {
    const titled =
      name.first > 0 && inList(form(name.first - 1), 'title') && /^\p{Lu}/u.test(form(name.first - 1))
    const isPerson =
      name.type === 'Person' || (titled && !/^\p{Ll}/u.test(form(name.first)) && name.type !== 'Organization')
    vote(key(name), isPerson ? 'Person' : name.type, name.confidence + (titled && isPerson ? 2 : 0))
    if (isPerson && name.endToken - name.first > 1) {
      const last = form(name.endToken - 1).toLowerCase()
      people.set(last, (people.get(last) ?? 0) + 1)
    }
  }
  const best = new Map<string, string>()
  for (const [name, types] of votes) {
    if (people.has(name)) best.set(name, 'Person')
    else best.set(name, [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0])
  }
  for (const [i, name] of names.entries()) {
    const next = names[i + 1]
    if (!next || next.first !== name.endToken + 1 || form(name.endToken) !== '(') continue
    if (/^[A-Z][A-Za-z&.]*[A-Z]$/.test(key(next).toUpperCase()) && next.endToken - next.first === 1)
      best.set(key(next), best.get(key(name))!)
  }
  return names.map((name) => ({ ...name, type: best.get(key(name)) ?? name.type }))
}
