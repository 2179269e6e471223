/** A seeded generator (Marsaglia's xorshift32), so that training gives the same bytes each time. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    let x = this.#state
    x ^= x << 13
    x >>>= 0
    x ^= x >>> 17
    x ^= x << 5
    this.#state = x >>> 0
    return this.#state / 4294967296
  }

  /** Shuffles in place (Fisher and Yates) and returns the list. */
  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1))
      const held = list[i]!
      list[i] = list[j]!
      list[j] = held
    }
    return list
  }
}
