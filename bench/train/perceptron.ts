import type { Scorer, WeightRows } from '../../src/language/sparse-weights.ts'

/**
 * An averaged perceptron over hashed features (Collins 2002; averaging after Daumé). Rows of (class, weight,
 * weight times step) live in one growing arena, because most features ever see two or three classes.
 */
export class Perceptron implements Scorer {
  readonly classes: number
  rows = 0
  #step = 1
  #bits = 20
  #table = new Int32Array(2 << 20)
  /** Start, length, capacity and number of updates of each row. */
  #meta = new Int32Array(4 << 18)
  #buffer = new ArrayBuffer(12 << 21)
  #ints = new Int32Array(this.#buffer)
  #floats = new Float32Array(this.#buffer)
  #top = 0
  readonly #scores: Float64Array
  readonly #places = new Int32Array(1024)
  touched = 0

  constructor(classes: number) {
    this.classes = classes
    this.#scores = new Float64Array(classes)
  }

  /** Counts one decision; averaging is over decisions. */
  tick(): void {
    this.#step++
  }

  /** Scores with the weights as they are now. */
  score(features: Int32Array, count: number): Float64Array {
    const table = this.#table
    const meta = this.#meta
    const ints = this.#ints
    const floats = this.#floats
    const places = this.#places
    const scores = this.#scores
    const shift = 32 - this.#bits
    const mask = (2 << this.#bits) - 1
    let touched = 0
    let found = 0
    scores.fill(0)
    for (let f = 0; f < count; f++) places[f] = 2 * (features[f]! >>> shift)
    for (let f = 0; f < count; f++) touched ^= table[places[f]!]!
    for (let f = 0; f < count; f++) {
      const key = features[f]!
      let slot = places[f]!
      for (;;) {
        const row = table[slot + 1]!
        if (row === 0) break
        if (table[slot] === key) {
          places[found++] = 4 * (row - 1)
          break
        }
        slot = (slot + 2) & mask
      }
    }
    for (let f = 0; f < found; f++) touched ^= meta[places[f]!]!
    for (let f = 0; f < found; f++) touched ^= ints[meta[places[f]!]!]!
    for (let f = 0; f < found; f++) {
      const row = places[f]!
      let at = meta[row]!
      const end = at + 3 * meta[row + 1]!
      for (; at < end; at += 3) scores[ints[at]!]! += floats[at + 1]!
    }
    this.touched = touched
    return scores
  }

  /** Moves the weights towards `gold` and away from `guess` for these features. */
  update(features: Int32Array, count: number, gold: number, guess: number, amount = 1): void {
    for (let f = 0; f < count; f++) {
      const row = this.#rowOf(features[f]!)
      this.#meta[4 * row + 3]!++
      this.#add(row, gold, amount)
      this.#add(row, guess, -amount)
    }
  }

  /** Moves one class's weight for these features. */
  nudge(features: Int32Array, count: number, label: number, amount: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.#rowOf(features[f]!)
      if (amount > 0) this.#meta[4 * row + 3]!++
      this.#add(row, label, amount)
    }
  }

  #add(row: number, label: number, amount: number): void {
    const at = 4 * row
    let start = this.#meta[at]!
    const length = this.#meta[at + 1]!
    for (let p = start, end = start + 3 * length; p < end; p += 3) {
      if (this.#ints[p] === label) {
        this.#floats[p + 1]! += amount
        this.#floats[p + 2]! += amount * this.#step
        return
      }
    }
    const capacity = this.#meta[at + 2]!
    if (length === capacity) {
      const moved = this.#allocate(capacity * 2)
      this.#ints.copyWithin(moved, start, start + 3 * length)
      this.#meta[at] = moved
      this.#meta[at + 2] = capacity * 2
      start = moved
    }
    const p = start + 3 * length
    this.#ints[p] = label
    this.#floats[p + 1] = amount
    this.#floats[p + 2] = amount * this.#step
    this.#meta[at + 1] = length + 1
  }

  #rowOf(key: number): number {
    const mask = (2 << this.#bits) - 1
    let slot = 2 * (key >>> (32 - this.#bits))
    for (;;) {
      const row = this.#table[slot + 1]!
      if (row === 0) break
      if (this.#table[slot] === key) return row - 1
      slot = (slot + 2) & mask
    }
    const row = this.rows++
    this.#table[slot] = key
    this.#table[slot + 1] = row + 1
    if (4 * row >= this.#meta.length) {
      const grown = new Int32Array(this.#meta.length * 2)
      grown.set(this.#meta)
      this.#meta = grown
    }
    this.#meta[4 * row] = this.#allocate(2)
    this.#meta[4 * row + 2] = 2
    if (this.rows * 1.7 > 1 << this.#bits) this.#growTable()
    return row
  }

  #growTable(): void {
    const old = this.#table
    this.#bits++
    const mask = (2 << this.#bits) - 1
    this.#table = new Int32Array(2 << this.#bits)
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue
      let slot = 2 * (old[from]! >>> (32 - this.#bits))
      while (this.#table[slot + 1] !== 0) slot = (slot + 2) & mask
      this.#table[slot] = old[from]!
      this.#table[slot + 1] = old[from + 1]!
    }
  }

  #allocate(entries: number): number {
    const start = this.#top
    this.#top += 3 * entries
    if (this.#top > this.#ints.length) {
      const grown = new ArrayBuffer(this.#buffer.byteLength * 2)
      new Int32Array(grown).set(this.#ints)
      this.#buffer = grown
      this.#ints = new Int32Array(grown)
      this.#floats = new Float32Array(grown)
    }
    return start
  }

  /** Calls back with every averaged weight, row by row, in the order the rows came up. */
  averaged(visit: (key: number, updates: number, labels: Int32Array, weights: Float64Array) => void): void {
    const keys = new Int32Array(this.rows)
    for (let slot = 0; slot < this.#table.length; slot += 2) {
      if (this.#table[slot + 1] !== 0) keys[this.#table[slot + 1]! - 1] = this.#table[slot]!
    }
    for (let row = 0; row < this.rows; row++) {
      const start = this.#meta[4 * row]!
      const length = this.#meta[4 * row + 1]!
      const labels = new Int32Array(length)
      const weights = new Float64Array(length)
      for (let i = 0; i < length; i++) {
        const p = start + 3 * i
        labels[i] = this.#ints[p]!
        weights[i] = this.#floats[p + 1]! - this.#floats[p + 2]! / this.#step
      }
      visit(keys[row]!, this.#meta[4 * row + 3]!, labels, weights)
    }
  }
}

/** Which weights are kept when a model is packed. */
export interface PackOptions {
  /** Features with fewer updates are dropped. */
  readonly minUpdates: number
  /** Packed weights (-127 to 127) smaller than this are dropped. */
  readonly minWeight: number
  /** The largest weights may be cut at this share of the greatest, to leave more steps to the others. */
  readonly clip?: number
}

/**
 * The averaged weights of one or more perceptrons trained on the same task, added up and packed into int8;
 * `scale` is what a weight was multiplied with.
 */
export function packPerceptrons(
  models: readonly Perceptron[],
  options: PackOptions,
): WeightRows & { readonly scale: number } {
  const sums = new Map<number, { updates: number; weights: Map<number, number> }>()
  for (const model of models) {
    model.averaged((key, updates, labels, weights) => {
      let row = sums.get(key)
      if (!row) {
        row = { updates: 0, weights: new Map() }
        sums.set(key, row)
      }
      row.updates += updates
      for (let i = 0; i < labels.length; i++) {
        row.weights.set(labels[i]!, (row.weights.get(labels[i]!) ?? 0) + weights[i]!)
      }
    })
  }
  const kept = [...sums]
    .filter(([, row]) => row.updates >= options.minUpdates * models.length)
    .sort(([a], [b]) => (a >>> 0) - (b >>> 0))
  let greatest = 0
  for (const [, row] of kept)
    for (const weight of row.weights.values()) greatest = Math.max(greatest, Math.abs(weight))
  const scale = 127 / (greatest * (options.clip ?? 1))
  const keys: number[] = []
  const lengths: number[] = []
  const classOf: number[] = []
  const packed: number[] = []
  for (const [key, row] of kept) {
    let length = 0
    for (const [label, weight] of [...row.weights].sort(([a], [b]) => a - b)) {
      const small = Math.max(-127, Math.min(127, Math.round(weight * scale)))
      if (Math.abs(small) < options.minWeight || small === 0) continue
      classOf.push(label)
      packed.push(small)
      length++
    }
    if (length === 0) continue
    keys.push(key)
    lengths.push(length)
  }
  return {
    scale,
    classes: models[0]!.classes,
    keys: Int32Array.from(keys),
    lengths: Uint8Array.from(lengths),
    classOf: Uint8Array.from(classOf),
    weights: Int8Array.from(packed),
  }
}
