import type { MentionRef } from './decision.ts'
import type { Place } from './graph.ts'

/**
 * A mention by its words. Its places are counted as a search in the text does: every place where exactly these
 * characters begin, also inside longer words. The text must be that of the document.
 */
export function mentionRefAt(text: string, { document, start, end }: Place): MentionRef {
  const quote = text.slice(start, end)
  if (quote === '') return { document, quote }
  let nth = 1
  for (let at = text.indexOf(quote); at >= 0 && at < start; at = text.indexOf(quote, at + 1)) nth++
  return { document, quote, ...(nth === 1 ? {} : { nth }) }
}
