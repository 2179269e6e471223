import type { Phrase, PhrasePart, Slot } from '../model/index.ts'

const prepositions = new Set(
  (
    'about after against among as at before between beside by during following for from in inside into near of off on onto ' +
    'out over outside since through to toward towards under until upon via with within without'
  ).split(' '),
)
const particles = new Set('aside away back down forward off on out over up'.split(' '))
const slots: Readonly<Record<string, Slot>> = { X: 'subject', Y: 'object', _: 'any' }

/** What a phrase's word list gave: the phrase, or why it is none. */
export type ParsedPhrase = { readonly phrase: Phrase } | { readonly error: string }

const filler = (word: string): Omit<PhrasePart, 'position'> => {
  const slot = slots[word]
  return slot ? { slot } : { lemmas: word.split('/') }
}

/**
 * Reads the arguments after a predicate: a bare word is its object, a particle stands for itself, a
 * preposition takes the next word. After a literal object a preposition belongs to that object.
 */
function parseParts(words: readonly string[], first: string): PhrasePart[] | string {
  const parts: PhrasePart[] = []
  let open: PhrasePart[] = parts
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const next = words[i + 1]
    const isPreposition = word.split('/').every((w) => prepositions.has(w))
    if (isPreposition && next !== undefined && !prepositions.has(next)) {
      const part = { position: word, ...filler(next) }
      i++
      if (part.lemmas) {
        const inner: PhrasePart[] = []
        open.push({ ...part, parts: inner })
        open = inner
      } else open.push(part)
    } else if (particles.has(word)) parts.push({ position: 'particle', lemmas: [word] })
    else if (isPreposition) return `the preposition "${word}" has nothing after it`
    else {
      const part = { position: first, ...filler(word) }
      if (parts.some((p) => p.position === first))
        return `"${word}" has no place: say which preposition goes before it`
      if (part.lemmas) {
        const inner: PhrasePart[] = []
        parts.push({ ...part, parts: inner })
        open = inner
      } else parts.push(part)
    }
  }
  return parts
}

const slotsIn = (parts: readonly PhrasePart[]): Slot[] =>
  parts.flatMap((p) => [...(p.slot ? [p.slot] : []), ...slotsIn(p.parts ?? [])])

/**
 * Compiles a phrase of a schema: `X resign from Y` (verb, active voice, lemmas, `_` for an argument that
 * does not matter), `resignation of X from Y` (noun; `Y=inquiry of X` where the noun itself is the object),
 * `member of Y` (predicate), `responsible for Y`
 * (adjective). `a/b` are alternatives; a leading `not` makes the phrase negative.
 */
export function parsePhrase(kind: Phrase['kind'], text: string): ParsedPhrase {
  const all = text.trim().split(/\s+/)
  const negative = all[0] === 'not'
  const words = negative ? all.slice(1) : all
  const parts: PhrasePart[] = []
  if (kind === 'verb') {
    const subject = slots[words[0] ?? '']
    if (!subject) return { error: 'a verb phrase begins with X, Y or _' }
    if (subject !== 'any') parts.push({ position: 'nsubj', slot: subject })
    words.shift()
  } else if (kind !== 'noun') parts.push({ position: 'nsubj', slot: 'subject' })
  let predicate = words.shift()
  if (kind === 'noun' && predicate?.startsWith('Y=')) {
    parts.push({ position: 'self', slot: 'object' })
    predicate = predicate.slice(2)
  }
  if (!predicate || slots[predicate]) return { error: 'there is no word for the predicate' }
  const rest = parseParts(words, 'obj')
  if (typeof rest === 'string') return { error: rest }
  parts.push(...rest)
  const filled = slotsIn(parts)
  for (const [name, slot] of [
    ['X', 'subject'],
    ['Y', 'object'],
  ] as const)
    if (filled.filter((s) => s === slot).length !== 1) return { error: `it needs exactly one ${name}` }
  return { phrase: { kind, lemmas: predicate.split('/'), parts, negative, text: text.trim() } }
}
