import type { Block } from './blocks.ts'
import { isHeadline, isOpen, type Page } from './page.ts'

/**
 * Marks runs of unmarked headlines: two or more lines in a row that each have the form of a headline and the length
 * of one, where the lines around them are sentences. Items of a list that a colon or bullets announce are left alone.
 */
export function markLinkLists(page: Page): void {
  for (let i = 0; i < page.blocks.length; i++) {
    const run: Block[] = []
    for (let next = page.blocks[i]; isOpen(page, next) && isLink(next); next = page.blocks[next.index + 1])
      run.push(next)
    if (run.length === 0) continue
    const before = page.blocks[i - 1]
    const announced = before !== undefined && /[:;,]$/.test(before.text)
    const words = run.reduce((sum, block) => sum + block.words, 0) / run.length
    if (run.length >= 2 && run.length <= 15 && words >= 7 && !announced && before !== undefined) {
      for (const block of run) page.sheet.mark('link-list', 'run-of-headlines', block.start, block.end)
    }
    i += run.length - 1
  }
}

function isLink(block: Block): boolean {
  return isHeadline(block, 30) && block.words >= 4 && !/^[-*•>#|\d]/.test(block.text)
}
