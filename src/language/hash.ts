/** A 32-bit hash of a string: FNV-1a over its UTF-16 units, then mixed so that every bit depends on all. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mixBits(hash)
}

/** Spreads a 32-bit integer over all 32 bits, the same in every engine. */
export function mixBits(value: number): number {
  let hash = value ^ (value >>> 15)
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 13
  return hash | 0
}

/**
 * Turns sums of atoms into feature hashes, in place: the place of a sum in the list is its template, so the
 * same sum at another place is another feature. Atoms are multiplied by `FIRST` to `FOURTH` before summing.
 */
export function hashFeatures(sums: Int32Array, count: number): void {
  let template = 0x1f83d9ab
  for (let i = 0; i < count; i++) {
    template = (template + 0x61c88647) | 0
    let hash = (sums[i]! + template) | 0
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0x2c1b3c6d)
    sums[i] = hash ^ (hash >>> 13)
  }
}

/** Odd multipliers that tell the first, second, third and fourth atom of a feature apart. */
export const FIRST = 0x5bd1e995
export const SECOND: number = 0x85ebca6b | 0
export const THIRD = 0x27d4eb2f
export const FOURTH = 0x165667b1
