import { isHeadline, isOpen, type Page } from './page.ts'

/**
 * Marks the title at the head of a text: the line that repeats the stated title, a heading of level one, or an
 * unmarked first line with the form of a headline above a story. Gives back the words.
 */
export function markTitle(page: Page): string | undefined {
  const head = page.blocks.filter((block) => isOpen(page, block)).slice(0, 4)
  const stated = page.title === undefined ? undefined : plainWords(page.title)
  for (const block of head) {
    const heading = /^#{1,6}[ \t]+/.exec(block.text)
    const words = heading ? block.text.slice(heading[0].length).replace(/[ \t]+#+$/, '') : block.text
    if (stated !== undefined ? plainWords(words) === stated : heading?.[0].trim() === '#') {
      return mark(
        page,
        block.start,
        heading?.[0].length ?? 0,
        words,
        stated ? 'repeats-stated-title' : 'heading',
      )
    }
  }
  const first = head[0]
  const story = page.blocks[(first?.index ?? 0) + 1]
  if (!first || !story || stated !== undefined || !isHeadline(first, 25) || first.words < 2) return undefined
  if (/^[-*•>|]/.test(first.text)) return undefined
  const below = page.blocks.slice(first.index + 1, first.index + 5)
  if (!below.some((block) => block.ended && block.words > 8)) return undefined
  return mark(page, first.start, 0, first.text, 'headline-before-story')
}

function mark(page: Page, start: number, marks: number, words: string, rule: string): string | undefined {
  if (marks > 0) page.sheet.mark('boilerplate', 'heading-mark', start, start + marks)
  page.sheet.mark('title', rule, start + marks, start + marks + words.length)
  return words
}

/** Words without case and punctuation, to compare titles by. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
