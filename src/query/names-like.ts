import type { RedthreadGraph } from '../graph/index.ts'
import { editDistance } from '../schema/closest.ts'
import { foldText } from './fold-text.ts'
import { madeOnce } from './graph-index.ts'
import { namesByWord } from './name-words.ts'

/** Names that are given back. */
const most = 3

/** What a name is looked for among: every name and every word of a name. */
interface Candidates {
  /** Folded, with a name as written in the graph that has each. */
  readonly all: readonly { readonly folded: string; readonly name: string }[]
  readonly lengths: Int32Array
  /** The letters in each, see `lettersOf`. */
  readonly letters: Int32Array
}

/** A bit for each letter and digit that a text has; what is neither shares bits. */
function lettersOf(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31)
  return bits
}

/** How many bits are set, added up in pairs, fours and bytes. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The candidates of a graph. Made once per graph. */
export const likeCandidates: (graph: RedthreadGraph) => Candidates = madeOnce((graph) => {
  const { all: names, index } = namesByWord(graph)
  const all = names.map(({ folded, names: written }) => ({ folded, name: written[0]!.name }))
  for (const [place, word] of index.words.entries()) {
    const { folded, names: written } = names[index.texts[index.starts[place]!]!]!
    if (folded !== word) all.push({ folded: word, name: written[0]!.name })
  }
  return {
    all,
    lengths: Int32Array.from(all, ({ folded }) => folded.length),
    letters: Int32Array.from(all, ({ folded }) => lettersOf(folded)),
  }
})

/** Up to three names close to a mistyped one, nearest first. */
export function namesLike(graph: RedthreadGraph, asked: string): string[] {
  const { all, lengths, letters } = likeCandidates(graph)
  const folded = foldText(asked)
  let limit = Math.max(1, Math.floor(folded.length / 3))
  // Candidates by the fewest edits that they can be away: each edit mends the length by one, and a letter that only
  // one of the two has. Likely ones come first, so that few others have to be looked at.
  const own = lettersOf(folded)
  const away: number[][] = Array.from({ length: limit + 1 }, () => [])
  for (let n = 0; n < lengths.length; n++) {
    const longer = Math.abs(lengths[n]! - folded.length)
    if (longer > limit) continue
    const least = Math.max(longer, bitsIn(own & ~letters[n]!), bitsIn(letters[n]! & ~own))
    if (least <= limit) away[least]!.push(n)
  }
  let near: { name: string; distance: number }[] = []
  for (let least = 0; least <= limit; least++)
    for (const n of away[least]!) {
      const { folded: candidate, name } = all[n]!
      const distance = editDistance(folded, candidate, limit)
      if (distance > limit) continue
      const same = near.find((one) => one.name === name)
      if (same && same.distance <= distance) continue
      near = [...near.filter((one) => one !== same), { name, distance }]
      near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
      near = near.slice(0, most)
      // Of equally near names the first in the alphabet are given, so those as near as the last still count.
      if (near.length === most) limit = near[most - 1]!.distance
      if (least > limit) break
    }
  return near.map(({ name }) => name)
}
