import { hashText } from '../../../src/model/hash-text.ts'

/** A key in few signs that need no escaping in an address: itself where it is short and plain, else a hash. */
export function shortKey(key: string): string {
  if (key === '') return '!'
  if (/^[\w/-]{1,18}$/.test(key)) return key
  return `~${Number.parseInt(hashText(key).slice(-9), 16).toString(36)}`
}

/** Finds things again by their short keys; of two with the same one the first is found. */
export function byShortKey<T>(
  things: Iterable<readonly [key: string, thing: T]>,
): (short: string) => T | undefined {
  let found: Map<string, T> | undefined
  return (short) => {
    if (found === undefined) {
      found = new Map()
      for (const [key, thing] of things) if (!found.has(shortKey(key))) found.set(shortKey(key), thing)
    }
    return found.get(short)
  }
}
