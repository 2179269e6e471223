import { isHeadline, isOpen, type Page } from './page.ts'

/**
 * Marks crossheads: headings in the text (`##` in Markdown), and short lines with the form of a headline that
 * stand alone between paragraphs of sentences.
 */
export function markCrossheads(page: Page): void {
  for (const block of page.blocks) {
    if (!isOpen(page, block)) continue
    const heading = /^#{1,6}[ \t]+\S/.exec(block.text)
    if (heading && !block.text.includes('\n')) {
      page.sheet.mark('crosshead', 'heading', block.start, block.end)
      continue
    }
    const before = page.blocks[block.index - 1]
    const after = page.blocks[block.index + 1]
    if (!before || !after || !isHeadline(block, 14) || block.text.length > 100) continue
    if (/^[-*•>|]/.test(block.text) || block.text.includes('\n')) continue
    const sentenceBefore = before.ended || !isOpen(page, before)
    if (sentenceBefore && after.ended && after.words > block.words) {
      page.sheet.mark('crosshead', 'short-line-between-paragraphs', block.start, block.end)
    }
  }
}
