/** Where a text stops being JSON. */
export interface JsonDamage {
  /** Both from 1. */
  readonly line: number
  readonly column: number
}

/** What V8 says of a text; undefined where it is JSON. */
function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const isUnexpected = (fault: string | undefined): boolean => fault?.startsWith('Unexpected token') ?? false

/**
 * The index of the first sign that cannot stand where it does: V8 does not name it, but says so of each beginning of
 * the text that holds it, and of no shorter one.
 */
function unexpectedIndex(text: string): number {
  let [good, bad] = [0, text.length]
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (isUnexpected(faultOf(text.slice(0, middle)))) bad = middle
    else good = middle
  }
  return good
}

/** Where a text that is not JSON is damaged, or where it ends if it breaks off. */
export function jsonDamage(text: string): JsonDamage {
  const fault = faultOf(text) ?? ''
  const named = /at position (\d+)/.exec(fault)?.[1]
  const index = named ? Number(named) : isUnexpected(fault) ? unexpectedIndex(text) : text.length
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}
