import type { Block } from './blocks.ts'
import type { ZoneSheet } from './zone-sheet.ts'

/** What a zone rule looks at and marks on. */
export interface Page {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sheet: ZoneSheet
  /** The title that the metadata states, if any. */
  readonly title?: string
  /** Most words stand in blocks that close like sentences: not a poem, a table or a list. */
  readonly prose: boolean
  /** The format marks its own headings and lists of links. */
  readonly markup: boolean
}

/** Whether a block is still without a zone. */
export function isOpen(page: Page, block: Block | undefined): block is Block {
  return block !== undefined && page.sheet.isFree(block.start, block.end)
}

/** The end of a sentence inside a block; the letters before the stop keep "Mr. Moss" and "St. Ives" apart from it. */
const innerEnd = /\p{L}{4}["'”’)]?[.!?]["'”’)]?\s+["“‘(]?\p{Lu}/u

/** Whether a block has the form of a headline: opens like one, does not close like a sentence, holds none. */
export function isHeadline(block: Block, longest: number): boolean {
  return (
    !block.ended &&
    block.words <= longest &&
    !innerEnd.test(block.text) &&
    /^["“‘']?[\p{Lu}\p{N}£$€#]/u.test(block.text) &&
    !/[:;,–—-]["'”’]?$/.test(block.text)
  )
}
