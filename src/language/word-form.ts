/** A word as the models see it: lower case, digits as 0, years as one word, typographic quotes made plain. */
export function normaliseForm(form: string): string {
  let lower = form.toLowerCase()
  if (/\d/.test(lower)) {
    if (/^\d{4}$/.test(lower)) return '!year'
    lower = lower.replace(/\d/g, '0')
    if (lower.length > 6 && /^[0.,:-]+$/.test(lower)) return '!number'
  }
  if (/[\u2018-\u201d\u2013\u2014\u02bc]/.test(lower)) {
    lower = lower
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
      .replace(/[\u2013\u2014]/g, '-')
  }
  return lower
}

/** The outline of a word: `Xx` for London, `XX` for NATO, `d.d` for 3.5; runs are cut to two, the whole to 8. */
export function shapeOf(form: string): string {
  let shape = ''
  let last = ''
  let run = 0
  for (let i = 0; i < form.length && shape.length < 8; i++) {
    const sign = outline(form, i)
    run = sign === last ? run + 1 : 0
    last = sign
    if (run < 2) shape += sign
  }
  return shape
}

function outline(form: string, i: number): string {
  const code = form.charCodeAt(i)
  if (code >= 97 && code <= 122) return 'x'
  if (code >= 65 && code <= 90) return 'X'
  if (code >= 48 && code <= 57) return 'd'
  const sign = form.charAt(i)
  if (code < 128) return sign
  const lower = sign.toLowerCase()
  if (lower === sign.toUpperCase()) return sign
  return sign === lower ? 'x' : 'X'
}

/** Whether the first character is an upper-case letter. */
export function startsUpper(form: string): boolean {
  const code = form.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  const sign = form.charAt(0)
  return sign !== sign.toLowerCase()
}

/** Whether the word has letters, more than one character, and no lower-case letter. */
export function isAllUpper(form: string): boolean {
  return form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase()
}

/** How a sentence is written, which decides what a capital letter is worth. */
export type Casing = 'sentence' | 'capitals' | 'headline' | 'lower'

/** The casing of a sentence: all capitals, headline style (most words capitalised), all lower, or normal. */
export function casingOf(words: readonly { readonly form: string }[]): Casing {
  let counted = 0
  let upper = 0
  let capitalised = 0
  for (const { form } of words) {
    if (!/[A-Za-z]/.test(form)) continue
    counted++
    if (isAllUpper(form)) upper++
    else if (startsUpper(form)) capitalised++
  }
  if (counted >= 3 && upper > 0.6 * counted) return 'capitals'
  if (counted >= 4 && capitalised + upper > 0.7 * counted) return 'headline'
  if (counted > 0 && capitalised + upper === 0) return 'lower'
  return 'sentence'
}
