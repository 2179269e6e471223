import { Random } from '../train/random.ts'

/** Something that made documents tell of, with the names they may use for it. */
export interface MadeThing {
  readonly type: 'Person' | 'Organization' | 'Place' | 'Role'
  /** The first is the whole name; the others may stand for it in a document that has it. */
  readonly names: readonly string[]
  readonly gender?: 'feminine' | 'masculine'
}

const onsets = 'b br c ch d dr f fl g gr h j k kl l m n p pr r s sh st t th tr v w z'.split(' ')
const vowels = 'a e i o u ai ea ou'.split(' ')
const codas = ' n r l s t m ck nd rt st ng'.split(' ')
const tails = 'Shipping,Council,Trust,University,Energy,Union,Federation,Bank,Press,Hospital'.split(',')
const heads = 'Mayor,Governor,Director,Chair,Bishop,Secretary'.split(',')

/** A word of made syllables with a capital. */
function word(random: Random, syllables: number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random.next() * list.length)]!
  let text = ''
  for (let i = 0; i < syllables; i++)
    text += pick(onsets) + pick(vowels) + (i === syllables - 1 ? pick(codas) : '')
  return text[0]!.toUpperCase() + text.slice(1)
}

/**
 * A world of so many things: half of them people, a third of whose surnames are shared; bodies with
 * acronyms, places, offices. The same seed gives the same world.
 */
export function makeWorld(size: number, seed = 7): MadeThing[] {
  const random = new Random(seed)
  const given = Array.from({ length: 400 }, () => word(random, 2))
  const surnames = Array.from({ length: Math.ceil(size / 6) }, () => word(random, 3))
  return Array.from({ length: size }, (_, i): MadeThing => {
    const kind = i % 10
    if (kind < 5) {
      const first = Math.floor(random.next() * given.length)
      const surname = surnames[Math.floor(random.next() ** 2 * surnames.length)]!
      const gender = first % 2 === 0 ? 'feminine' : 'masculine'
      return { type: 'Person', names: [`${given[first]} ${surname}`, surname], gender }
    }
    if (kind < 8) {
      const words = [word(random, 3), word(random, 2), tails[Math.floor(random.next() * tails.length)]!]
      return { type: 'Organization', names: [words.join(' '), words.map((w) => w[0]).join('')] }
    }
    if (kind < 9) return { type: 'Place', names: [word(random, 3)] }
    return { type: 'Role', names: [`${heads[i % heads.length]} of ${word(random, 3)}`] }
  })
}
