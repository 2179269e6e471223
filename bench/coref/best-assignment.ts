/**
 * The assignment of rows to columns with the least total cost of a square matrix: for each row its column
 * (Kuhn 1955, by shortest augmenting paths; cubic).
 */
export function bestAssignment(cost: readonly (readonly number[])[]): number[] {
  const size = cost.length
  const rowPrice = new Float64Array(size + 1)
  const columnPrice = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  const cameFrom = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row
    let column = 0
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const seen = new Uint8Array(size + 1)
    do {
      seen[column] = 1
      const current = rowOf[column]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= size; j++) {
        if (seen[j]) continue
        const reduced = cost[current - 1]![j - 1]! - rowPrice[current]! - columnPrice[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          cameFrom[j] = column
        }
        if (least[j]! < delta) {
          delta = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= size; j++) {
        if (seen[j]) {
          rowPrice[rowOf[j]!]! += delta
          columnPrice[j]! -= delta
        } else least[j]! -= delta
      }
      column = next
    } while (rowOf[column] !== 0)
    do {
      const before = cameFrom[column]!
      rowOf[column] = rowOf[before]!
      column = before
    } while (column !== 0)
  }
  const columns = new Array<number>(size).fill(0)
  for (let j = 1; j <= size; j++) columns[rowOf[j]! - 1] = j - 1
  return columns
}
