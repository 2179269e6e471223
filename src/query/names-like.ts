import type { RedthreadGraph } from '../graph/index.ts'
import { editDistance } from '../schema/closest.ts'
import { foldText } from './fold-text.ts'
import { madeOnce } from './graph-index.ts'
import { namesByWord } from './name-words.ts'

/** Names that are given back. */
const most = 3

interface Candidate {
  readonly folded: string
  /** As written in the graph. */
  readonly name: string
  /** The letters in it, see `lettersOf`. */
  readonly letters: number
}

/** A bit for each letter and digit that a text has; what is neither shares bits. */
function lettersOf(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31)
  return bits
}

function bitsIn(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** Every name and every word of a name, each with a name that has it. */
export const likeCandidates: (graph: RedthreadGraph) => readonly Candidate[] = madeOnce((graph) => {
  const { all, index } = namesByWord(graph)
  const candidates = all.map(({ folded, names }) => ({
    folded,
    name: names[0]!.name,
    letters: lettersOf(folded),
  }))
  for (const [place, word] of index.words.entries()) {
    const { folded, names } = all[index.texts[index.starts[place]!]!]!
    if (folded !== word) candidates.push({ folded: word, name: names[0]!.name, letters: lettersOf(word) })
  }
  return candidates
})

/** Up to three names close to a mistyped one, nearest first. */
export function namesLike(graph: RedthreadGraph, asked: string): string[] {
  const folded = foldText(asked)
  const letters = lettersOf(folded)
  let limit = Math.max(1, Math.floor(folded.length / 3))
  let near: { name: string; distance: number }[] = []
  for (const { folded: candidate, name, letters: others } of likeCandidates(graph)) {
    if (Math.abs(candidate.length - folded.length) > limit) continue
    // A letter that only one of the two has costs an edit at least.
    if (bitsIn(letters & ~others) > limit || bitsIn(others & ~letters) > limit) continue
    const distance = editDistance(folded, candidate)
    if (distance > limit) continue
    const same = near.find((one) => one.name === name)
    if (same && same.distance <= distance) continue
    near = [...near.filter((one) => one !== same), { name, distance }]
    near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    near = near.slice(0, most)
    // Of equally near names the first in the alphabet are given, so those as near as the last still count.
    if (near.length === most) limit = near[most - 1]!.distance
  }
  return near.map(({ name }) => name)
}
