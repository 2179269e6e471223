/** The numbers that stand in a list more than once. Sorts the list. */
export function repeated(numbers: Float64Array | Uint32Array): Set<number> {
  numbers.sort()
  const found = new Set<number>()
  for (let i = 1; i < numbers.length; i++) if (numbers[i] === numbers[i - 1]) found.add(numbers[i]!)
  return found
}
