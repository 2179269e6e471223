import type { Span } from '../../src/model/index.ts'

const noBlankBefore = /^([.,;:!?%)\]}’”…]|n['’]t|['’](s|S|re|ve|ll|d|m)|['’])$/
const noBlankAfter = /^[([{“‘$£€#]$/

/** Writes tokens as running text; gives the text and where each token stands in it. */
export function detokenize(tokens: readonly string[]): { text: string; spans: Span[] } {
  let text = ''
  const spans: Span[] = []
  let open = false
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    const quote = token === '"'
    const closes = quote && open
    const afterOpening = before === '"' && open
    const joined =
      before === undefined ||
      noBlankBefore.test(token) ||
      noBlankAfter.test(before) ||
      closes ||
      afterOpening ||
      (/^[-/]$/.test(token) &&
        /^[\p{L}\p{N}]+$/u.test(before) &&
        /^[\p{L}\p{N}]/u.test(tokens[index + 1] ?? '')) ||
      (/^[-/]$/.test(before) && /[\p{L}\p{N}]$/u.test(tokens[index - 2] ?? ''))
    if (quote) open = !open
    if (!joined) text += ' '
    spans.push({ start: text.length, end: text.length + token.length })
    text += token
  })
  return { text, spans }
}
