/** What a character is to the tokenizer. */
export const BLANK = 1
export const LETTER = 2
export const DIGIT = 3
export const MARK = 4
/** The first half of a character beyond the basic plane. */
export const HIGH_HALF = 5

const KINDS = new Uint8Array(65536)

/** The kind of the UTF-16 unit at an index: a letter (combining signs too), a digit, a blank or another mark. */
export function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return KINDS[code] || learnKind(code)
}

function learnKind(code: number): number {
  const sign = String.fromCharCode(code)
  let kind = MARK
  if (code >= 0xd800 && code <= 0xdbff) kind = HIGH_HALF
  else if (/[\s\p{Cc}\u200b\u2060\ufeff]/u.test(sign)) kind = BLANK
  else if (/\p{Nd}/u.test(sign)) kind = DIGIT
  else if (/[\p{L}\p{M}\u200c\u200d]/u.test(sign)) kind = LETTER
  KINDS[code] = kind
  return kind
}

/** Whether the two units at an index are one letter beyond the basic plane. */
export function isFarLetter(text: string, index: number): boolean {
  const point = text.codePointAt(index)
  return point !== undefined && point > 0xffff && /\p{L}/u.test(String.fromCodePoint(point))
}
