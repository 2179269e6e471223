type Rows = [Uint32Array, Uint32Array, Uint32Array]
const makeRows = (width: number): Rows => [
  new Uint32Array(width),
  new Uint32Array(width),
  new Uint32Array(width),
]
/** Room for three rows of the table, kept from call to call: making it anew costs as much as filling it. */
let rows = makeRows(64)

/**
 * Edit distance with transpositions (optimal string alignment), for "did you mean"; some number above `most` where
 * it is more than that.
 */
export function editDistance(a: string, b: string, most: number = Number.POSITIVE_INFINITY): number {
  const width = b.length + 1
  if (Math.abs(a.length - b.length) > most) return Math.abs(a.length - b.length)
  if (rows[0]!.length < width) rows = makeRows(2 * width)
  let [before, last, row] = rows
  for (let j = 0; j < width; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1)
    const earlier = i > 1 ? a.charCodeAt(i - 2) : -1
    // Cells further from the diagonal hold more than `most` (Ukkonen 1985).
    const from = Math.max(1, i - most)
    const to = Math.min(b.length, i + most)
    row[from - 1] = from === 1 ? i : most + 1
    if (to < b.length) row[to + 1] = most + 1
    let least = from === 1 ? i : most + 2
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (unit === other ? 0 : 1))
      if (j > 1 && unit === b.charCodeAt(j - 2) && earlier === other)
        cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    // What follows builds on this row or, with a transposition, on the one before at the cost of one more.
    if (least > most + 1) return least
    const unused = before
    before = last
    last = row
    row = unused
  }
  return last[b.length]!
}

/** The candidate nearest to a mistyped word, if one is within a third of its length. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of [...candidates].sort()) {
    if (Math.abs(word.length - candidate.length) >= least) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), least - 1)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** The hint for a word that is none of these: the one that may have been meant, else all, or as many as `most`. */
export function choiceHint(
  word: string,
  choices: readonly string[],
  most: number = Number.POSITIVE_INFINITY,
): string {
  const meant = closest(word, choices)
  if (meant !== undefined) return `Did you mean "${meant}"?`
  const more = choices.length > most ? ` and ${choices.length - most} more` : ''
  return `Choose from: ${choices.slice(0, most).join(', ')}${more}.`
}
