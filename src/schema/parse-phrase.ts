import type { Phrase, PhrasePart, Slot } from '../model/index.ts'
import { closest } from './closest.ts'

const prepositions = new Set(
  (
    'about after against among as at before between beside by during following for from in inside into near of off on onto ' +
    'out over outside since through to toward towards under until upon via with within without'
  ).split(' '),
)
const particles = new Set('aside away back down forward off on out over up'.split(' '))
const slots: ReadonlyMap<string, Slot> = new Map([
  ['X', 'subject'],
  ['Y', 'object'],
  ['_', 'any'],
])

/** What a phrase's word list gave: the phrase, or why it is none and the word that may have been meant. */
export type ParsedPhrase = { readonly phrase: Phrase } | { readonly error: string; readonly meant?: string }

const isPreposition = (word: string): boolean => word.split('/').every((w) => prepositions.has(w))

/** `X`, `Y=bridge/tunnel` (an argument that must be one of these words), or words that stand for themselves. */
function filler(word: string): Omit<PhrasePart, 'position'> {
  const [, name, lemmas] = /^([XY_])=(.+)$/.exec(word) ?? []
  if (name && lemmas) return { slot: slots.get(name)!, lemmas: lemmas.split('/') }
  const slot = slots.get(word)
  return slot ? { slot } : { lemmas: word.split('/') }
}

const isSlot = ({ slot }: Omit<PhrasePart, 'position'>): boolean => slot !== undefined

/** What makes a word unusable in any place. */
function wordError(word: string): string | undefined {
  if (/^[XY_]'s$/.test(word)) return undefined
  if (/^[XY_](=|$)/.test(word)) {
    if (/^[XY_]=$/.test(word)) return `"${word}" has no words after the sign`
    word = word.replace(/^[XY_]=?/, '')
    if (word === '') return undefined
  }
  if (word.split('/').some((w) => w === '')) return `"${word}" has an empty alternative`
  if (/^[A-Z]$/i.test(word) && word !== 'a') return `"${word}" is no argument: they are X, Y and _`
  return undefined
}

/**
 * Reads the arguments after a predicate: a bare word is its object, one after a slot its second object or
 * what the first becomes, a particle stands for itself, a preposition takes the next word. After a literal
 * object a preposition belongs to that object. `-to` says that there is nothing with "to".
 */
function parseParts(words: readonly string[]): PhrasePart[] | { error: string; meant?: string } {
  const parts: PhrasePart[] = []
  let open: PhrasePart[] = parts
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const next = words[i + 1]
    if (/^-./.test(word)) {
      if (!prepositions.has(word.slice(1))) return { error: `"${word}" shuts out no preposition` }
      parts.push({ position: word.slice(1), absent: true })
      continue
    }
    if (isPreposition(word) && next !== undefined && !prepositions.has(next)) {
      const part = { position: word, ...filler(next) }
      i++
      if (isSlot(part)) open.push(part)
      else {
        const inner: PhrasePart[] = []
        open.push({ ...part, parts: inner })
        open = inner
      }
    } else if (particles.has(word)) parts.push({ position: 'particle', lemmas: [word] })
    else if (isPreposition(word)) return { error: `the preposition "${word}" has nothing after it` }
    else {
      const last = parts.at(-1)
      const second = last?.position === 'obj' && isSlot(last)
      const part = { position: second ? 'second' : 'obj', ...filler(word) }
      if (!second && parts.some((p) => p.position === 'obj' || p.position === 'second')) {
        const meant = words.slice(0, i).flatMap((w) => closest(w, prepositions) ?? [])[0]
        return {
          error: `"${word}" has no place: say which preposition goes before it`,
          ...(meant ? { meant } : {}),
        }
      }
      if (isSlot(part)) parts.push(part)
      else {
        const inner: PhrasePart[] = []
        parts.push({ ...part, parts: inner })
        open = inner
      }
    }
  }
  return parts
}

const slotsIn = (parts: readonly PhrasePart[]): Slot[] =>
  parts.flatMap((p) => [...(p.slot ? [p.slot] : []), ...slotsIn(p.parts ?? [])])

/**
 * Compiles a phrase of a schema: `X resign from Y` (verb, active voice, lemmas, `_` for an argument that
 * does not matter; `X and Y meet` where both are the subject), `resignation of X from Y` (noun;
 * `Y=inquiry by X` where the noun itself is the object; `X's visit to Y` where only a possessor will do),
 * `member of Y` (predicate), `responsible for Y`
 * (adjective). `a/b` are alternatives; a leading `not` makes the phrase negative.
 */
export function parsePhrase(kind: Phrase['kind'], text: string): ParsedPhrase {
  const all = text.trim().split(/\s+/)
  const negative = all[0] === 'not'
  const words = negative ? all.slice(1) : all
  for (const word of words) {
    const error = wordError(word)
    if (error) return { error }
  }
  const parts: PhrasePart[] = []
  if (kind === 'verb') {
    const subject = filler(words.shift() ?? '')
    if (!isSlot(subject)) return { error: 'a verb phrase begins with X, Y or _' }
    if (subject.slot !== 'any') parts.push({ position: 'nsubj', ...subject })
    if (words[0] === 'and' && words[1] !== undefined) {
      parts.push({ position: 'joined', ...filler(words[1]) })
      words.splice(0, 2)
    }
  } else if (kind === 'noun') {
    const owner = /^([XY_])'s$/.exec(words[0] ?? '')?.[1]
    if (owner) {
      parts.push({ position: "'s", slot: slots.get(owner)! })
      words.shift()
    }
  } else parts.push({ position: 'nsubj', slot: 'subject' })
  let predicate = words.shift()
  if (kind === 'noun' && predicate && /^[XY]=/.test(predicate)) {
    const { slot, lemmas } = filler(predicate)
    if (slot && lemmas) {
      parts.push({ position: 'self', slot })
      predicate = lemmas.join('/')
    }
  }
  if (!predicate || slots.has(predicate)) return { error: 'there is no word for the predicate' }
  const rest = parseParts(words)
  if ('error' in rest) return rest
  parts.push(...rest)
  const filled = slotsIn(parts)
  for (const [name, slot] of [
    ['X', 'subject'],
    ['Y', 'object'],
  ] as const)
    if (filled.filter((s) => s === slot).length !== 1) return { error: `it needs exactly one ${name}` }
  return { phrase: { kind, lemmas: predicate.split('/'), parts, negative, text: text.trim() } }
}
