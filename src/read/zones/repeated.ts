import { isOpen, type Page } from './page.ts'

/**
 * Marks text that recurs across the documents of one publisher. Follow-up stories repeat whole paragraphs of
 * background, so recurrence alone says little: a block is marked when it also lacks the close of a sentence, or
 * speaks to the reader, or is a run at the very end or start of the text in which such a block occurs.
 */
export function markRepeated(page: Page): void {
  for (const block of page.blocks) {
    if (!isOpen(page, block) || !page.recurs(block)) continue
    const addresses = /\b(?:we|us|our|you|your)\b/i.test(block.voice)
    const signs =
      /©|https?:\/\/|www\.|@\w|\bcopyright\b|\bnewsletter\b|\bcharity\b|\bregistered\b|\bindependent press\b/i
    if (!block.ended || (addresses && !block.quoted) || signs.test(block.text)) {
      page.sheet.mark('boilerplate', 'recurs-across-documents', block.start, block.end)
    }
  }
}
