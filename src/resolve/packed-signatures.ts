import type { PassageSignature } from '../model/index.ts'

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const base = digits.length
const values = new Uint8Array(128)
for (let i = 0; i < base; i++) values[digits.charCodeAt(i)] = i
/** Digits of a number below 2 ** 36. */
const width = 6

function pack(number: number): string {
  let text = ''
  for (let rest = number; text.length < width; rest = Math.floor(rest / base))
    text = digits[rest % base] + text
  return text
}

const lists = ['shingles', 'words', 'names', 'numbers'] as const

/** Signatures of the passages of a document as one text, a third of the memory that lists of numbers take. */
export function packSignatures(signatures: readonly PassageSignature[]): string {
  let text = ''
  for (const signature of signatures)
    for (const number of [
      signature.start,
      signature.end,
      ...lists.flatMap((name) => [signature[name].length, ...signature[name]]),
    ])
      text += pack(number)
  return text
}

/** Signatures of packed passages. */
export function unpackSignatures(text: string): PassageSignature[] {
  let at = 0
  const next = (): number => {
    let number = 0
    for (const end = at + width; at < end; at++) number = number * base + values[text.charCodeAt(at)]!
    return number
  }
  const list = (): number[] => {
    const found = new Array<number>(next())
    for (let i = 0; i < found.length; i++) found[i] = next()
    return found
  }
  const signatures: PassageSignature[] = []
  while (at < text.length)
    signatures.push({
      start: next(),
      end: next(),
      shingles: list(),
      words: list(),
      names: list(),
      numbers: list(),
    })
  return signatures
}
