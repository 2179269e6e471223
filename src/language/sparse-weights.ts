import { concatBytes, readVarints, writeVarints } from './bytes.ts'

/** Weights as rows of (class, weight), one row per feature hash; weights are integers from -127 to 127. */
export interface WeightRows {
  readonly classes: number
  readonly keys: Int32Array
  /** Entries of each row, at most 255. */
  readonly lengths: Uint8Array
  readonly classOf: Uint8Array
  readonly weights: Int8Array
}

/** Adds up the weights of a list of features, for every class. The result is valid until the next call. */
export interface Scorer {
  score(features: Int32Array, count: number): ArrayLike<number>
}

/** Rows with at least this many entries are kept dense. */
const DENSE_FROM = 24
/** Stands in the table for the length of a dense row. */
const DENSE = 255

/**
 * A linear model over hashed features. One table of [key, start << 8 | length] and one list of
 * (weight << 8 | class) entries cost two cache misses a feature, and four short passes over the features
 * let the processor overlap them. The few features that nearly always apply have weights for most classes: their
 * rows are dense, two weights to a 32-bit word, so that one addition serves two classes. Sums stay below 2^15,
 * since a decision has fewer than 256 features.
 */
export class SparseWeights implements Scorer {
  readonly #shift: number
  readonly #mask: number
  readonly #table: Int32Array
  readonly #entries: Int16Array
  readonly #dense: Int32Array
  readonly #pairs: Int32Array
  readonly #scores: Int32Array
  readonly #slots: Int32Array = new Int32Array(512)
  readonly #denseRows: Int32Array = new Int32Array(512)
  /** Written so that the passes that only touch memory are not optimised away. */
  touched = 0

  constructor(rows: WeightRows) {
    let bits = 4
    while (1 << bits < rows.keys.length * 1.5) bits++
    this.#shift = 32 - bits
    this.#mask = (2 << bits) - 1
    this.#table = new Int32Array(2 << bits)
    let sparse = 0
    let dense = 0
    for (const length of rows.lengths) {
      if (length < DENSE_FROM) sparse += length
      else dense++
    }
    const width = (rows.classes + 1) >> 1
    this.#entries = new Int16Array(sparse)
    this.#dense = new Int32Array(dense * width)
    this.#pairs = new Int32Array(width)
    this.#scores = new Int32Array(2 * width).subarray(0, rows.classes)
    this.#fill(rows, width)
  }

  #fill(rows: WeightRows, width: number): void {
    const table = this.#table
    let from = 0
    let sparse = 0
    let dense = 0
    for (let row = 0; row < rows.keys.length; row++) {
      const key = rows.keys[row]!
      const end = from + rows.lengths[row]!
      let slot = 2 * (key >>> this.#shift)
      while (table[slot + 1] !== 0) slot = (slot + 2) & this.#mask
      table[slot] = key
      if (end - from < DENSE_FROM) {
        table[slot + 1] = (sparse << 8) | (end - from)
        for (; from < end; from++) this.#entries[sparse++] = (rows.weights[from]! << 8) | rows.classOf[from]!
      } else {
        table[slot + 1] = (dense << 8) | DENSE
        for (; from < end; from++) {
          const label = rows.classOf[from]!
          const weight = rows.weights[from]!
          this.#dense[dense + (label >> 1)]! += label & 1 ? weight << 16 : weight
        }
        dense += width
      }
    }
  }

  score(features: Int32Array, count: number): Int32Array {
    const table = this.#table
    const entries = this.#entries
    const slots = this.#slots
    const denseRows = this.#denseRows
    const shift = this.#shift
    const mask = this.#mask
    let touched = 0
    let found = 0
    let dense = 0
    for (let f = 0; f < count; f++) slots[f] = 2 * (features[f]! >>> shift)
    for (let f = 0; f < count; f++) touched ^= table[slots[f]!]!
    for (let f = 0; f < count; f++) {
      const key = features[f]!
      let slot = slots[f]!
      let row = table[slot + 1]!
      while (row !== 0) {
        if (table[slot] === key) {
          if ((row & 255) === DENSE) denseRows[dense++] = row >>> 8
          else slots[found++] = row
          break
        }
        slot = (slot + 2) & mask
        row = table[slot + 1]!
      }
    }
    for (let f = 0; f < found; f++) touched ^= entries[slots[f]! >>> 8]!
    this.touched = touched
    const scores = this.#addDense(dense)
    for (let f = 0; f < found; f++) {
      const row = slots[f]!
      let entry = row >>> 8
      const end = entry + (row & 255)
      for (; entry < end; entry++) {
        const pair = entries[entry]!
        scores[pair & 255]! += pair >> 8
      }
    }
    return scores
  }

  /** The sums of the first `count` dense rows, four rows at a time. */
  #addDense(count: number): Int32Array {
    const weights = this.#dense
    const rows = this.#denseRows
    const pairs = this.#pairs
    const scores = this.#scores
    const width = pairs.length
    pairs.fill(0)
    let f = 0
    for (; f + 3 < count; f += 4) {
      const a = rows[f]!
      const b = rows[f + 1]!
      const c = rows[f + 2]!
      const d = rows[f + 3]!
      for (let p = 0; p < width; p++)
        pairs[p] = (pairs[p]! + weights[a + p]! + weights[b + p]! + (weights[c + p]! + weights[d + p]!)) | 0
    }
    for (; f < count; f++) {
      const a = rows[f]!
      for (let p = 0; p < width; p++) pairs[p]! += weights[a + p]!
    }
    for (let p = 0; p < width; p++) {
      const low = (pairs[p]! << 16) >> 16
      scores[2 * p] = low
      scores[2 * p + 1] = (pairs[p]! - low) >> 16
    }
    return scores
  }
}

/** The rows as bytes: sorted keys as delta varints, then planes of lengths, classes and weights. */
export function encodeRows(rows: WeightRows): Uint8Array {
  const starts = new Int32Array(rows.keys.length)
  for (let row = 1; row < starts.length; row++) starts[row] = starts[row - 1]! + rows.lengths[row - 1]!
  const order = Array.from(starts.keys()).sort((a, b) => (rows.keys[a]! >>> 0) - (rows.keys[b]! >>> 0))
  const keys: number[] = [rows.classes, order.length, rows.classOf.length]
  const lengths = new Uint8Array(order.length)
  const classOf = new Uint8Array(rows.classOf.length)
  const weights = new Int8Array(rows.classOf.length)
  let last = 0
  let out = 0
  for (const [place, row] of order.entries()) {
    const key = rows.keys[row]! >>> 0
    keys.push(key - last)
    last = key
    const length = rows.lengths[row]!
    lengths[place] = length
    const entries = Array.from({ length }, (_, i) => starts[row]! + i)
    entries.sort((a, b) => rows.classOf[a]! - rows.classOf[b]!)
    for (const entry of entries) {
      classOf[out] = rows.classOf[entry]!
      weights[out++] = rows.weights[entry]!
    }
  }
  return concatBytes([writeVarints(keys), lengths, classOf, new Uint8Array(weights.buffer)])
}

/** Reads what `encodeRows` wrote. */
export function decodeRows(bytes: Uint8Array): WeightRows {
  const [classes, rowCount, entryCount] = readVarints(bytes, 0, 3).values as unknown as [
    number,
    number,
    number,
  ]
  const { values, end } = readVarints(bytes, 0, 3 + rowCount)
  const keys = new Int32Array(rowCount)
  let key = 0
  for (let row = 0; row < rowCount; row++) {
    key += values[row + 3]!
    keys[row] = key | 0
  }
  const classStart = end + rowCount
  return {
    classes,
    keys,
    lengths: bytes.subarray(end, classStart),
    classOf: bytes.subarray(classStart, classStart + entryCount),
    weights: new Int8Array(bytes.slice(classStart + entryCount, classStart + 2 * entryCount).buffer),
  }
}
