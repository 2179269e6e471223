import { append } from '../append.ts'

/** Lists of clusters that share a key. A key that more than `most` share tells nothing, so its list is left out. */
export interface Blocks {
  add(key: string, cluster: number): void
  get(key: string): readonly number[]
  /** All pairs that share a key, each once, the smaller number first. */
  pairs(): Generator<readonly [number, number]>
}

export function makeBlocks(most: number): Blocks {
  const lists = new Map<string, number[]>()
  const size = 2 ** 26
  return {
    add(key, cluster) {
      const list = lists.get(key)
      if (list?.at(-1) === cluster) return
      // One more than allowed is enough to know that there are too many.
      if (list === undefined || list.length <= most) append(lists, key, cluster)
    },
    get(key) {
      const list = lists.get(key) ?? []
      return list.length > most ? [] : list
    },
    *pairs() {
      const seen = new Set<number>()
      for (const list of lists.values()) {
        if (list.length < 2 || list.length > most) continue
        for (const x of list)
          for (const y of list) {
            if (x >= y || seen.has(x * size + y)) continue
            seen.add(x * size + y)
            yield [x, y]
          }
      }
    },
  }
}
