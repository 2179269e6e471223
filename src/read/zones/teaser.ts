import type { Block } from './blocks.ts'
import { isHeadline, isOpen, type Page } from './page.ts'

const invitation =
  'read (?:more|next|also|on|the full story|this)|see also|related(?: (?:stories|articles|content|topics|links|coverage))?|more (?:on this|on this story|like this|stories|news|from)|' +
  "don[’']?t miss|most read|most popular|trending|recommended(?: (?:video|for you|reading|stories|articles))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|" +
  "what to read next|editors?[’']?s? picks?|top stories|just in|elsewhere|further reading|continue reading|keep reading|watch(?: (?:now|more|live|the video|below))?|listen(?: (?:now|to))?|" +
  "in pictures|explained|analysis|live updates|latest (?:news|stories|headlines)|before you go|today[’']?s top stories|up next|in other news"

/** "READ MORE: ..." alone in its line, or "Read more" with nothing after it. */
const atStart = new RegExp(
  `^(?:[>»•*▶–—-]+\\s*)?(?:${invitation})\\s*(?:(?::|[-–—|>»…])+\\s*|$|\\.\\.\\.$)`,
  'i',
)
/** An invitation in capitals, or one with a colon, after the end of a sentence inside a paragraph. */
const capitals =
  "READ (?:MORE|NEXT|ALSO)|DON[’']T MISS|SEE ALSO|RELATED(?: ARTICLES?| STORIES)?|JUST IN|MORE ON THIS(?: STORY)?|MUST READ|WATCH(?: NOW| LIVE)?|LISTEN(?: NOW)?|TRENDING|MOST READ|RECOMMENDED"
const glued = new RegExp(
  `[.!?…]["'”’)\\]]*\\s+((?:(?:${capitals})\\b:?|(?:Read more|See also|Read next|Related|Watch|Listen):)(?=\\s|$))`,
)

/** Longest headline that an invitation is taken to bring, in words. */
const longest = 30

/**
 * Marks teasers: a line that invites the reader to another story, alone or stuck to the end of a paragraph, and the
 * lists of headlines that such a line opens (link lists).
 */
export function markTeasers(page: Page): void {
  for (const block of page.blocks) {
    if (!isOpen(page, block)) continue
    const label = atStart.exec(block.text)
    if (label && block.words <= longest + 4) {
      if (label[0].length === block.text.length) markList(page, block)
      else if (!isStory(block, label[0])) page.sheet.mark('teaser', 'labelled-teaser', block.start, block.end)
    } else {
      const found = glued.exec(block.text)
      if (!found?.[1]) continue
      const at = found.index + found[0].length - found[1].length
      const after = block.text.slice(at)
      if (after.split(/\s+/).length <= longest) {
        page.sheet.mark('teaser', 'teaser-inside-paragraph', block.start + at, block.end)
      } else
        page.sheet.mark(
          'teaser',
          'label-inside-paragraph',
          block.start + at,
          block.start + at + found[1].length,
        )
    }
  }
}

/** "Analysis - the minister said he would go." is a sentence, "READ MORE: Minister goes" is not. */
function isStory(block: Block, label: string): boolean {
  return block.ended && !/:\s*$/.test(label) && /[a-z]/.test(label)
}

/** Marks a label that stands alone, and the headlines right below it. */
function markList(page: Page, label: Block): void {
  const items: Block[] = []
  for (let next = page.blocks[label.index + 1]; isOpen(page, next); next = page.blocks[next.index + 1]) {
    if (!isHeadline(stripped(next), longest) || items.length >= 40) break
    items.push(next)
  }
  // The last headline may be a heading of the story that goes on below; a list of one is a teaser.
  if (items.length === 0) {
    page.sheet.mark('teaser', 'teaser-label', label.start, label.end)
    return
  }
  const kind = items.length === 1 ? 'teaser' : 'link-list'
  for (const block of [label, ...items])
    page.sheet.mark(kind, 'headlines-below-label', block.start, block.end)
}

function stripped(block: Block): Block {
  return { ...block, text: block.text.replace(/^[>»•*▶–—-]+\s*/, '') }
}
