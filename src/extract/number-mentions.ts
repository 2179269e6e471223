import type { Mention } from '../model/index.ts'

/** A step of a trie: what may follow, and the number of places found where a text ends here. */
interface Step {
  readonly next: Map<number, Step>
  found?: Map<number, number>
}

/**
 * Says of each mention which place of its words in the text it is, from 1, where it is not the first. Counts
 * as a search in the text does: every place where exactly these characters begin, also inside longer words. One
 * walk over the text for all mentions.
 */
export function numberMentions(mentions: readonly Mention[], text: string): Mention[] {
  const root: Step = { next: new Map() }
  const ends = new Map<string, Step>()
  for (const { text: words } of mentions) {
    if (ends.has(words)) continue
    let step = root
    for (let i = 0; i < words.length; i++) {
      const code = words.charCodeAt(i)
      let next = step.next.get(code)
      if (!next) {
        next = { next: new Map() }
        step.next.set(code, next)
      }
      step = next
    }
    step.found = new Map()
    ends.set(words, step)
  }
  for (let start = 0; start < text.length; start++) {
    let step = root.next.get(text.charCodeAt(start))
    for (let i = start + 1; step; i++) {
      step.found?.set(start, step.found.size + 1)
      step = step.next.get(text.charCodeAt(i))
    }
  }
  return mentions.map((mention) => {
    const nth = ends.get(mention.text)?.found?.get(mention.start) ?? 1
    return nth === 1 ? mention : { ...mention, nth }
  })
}
