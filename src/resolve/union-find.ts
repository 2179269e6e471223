/** Disjoint sets over the numbers 0 to n-1; the smallest member names its set (Tarjan 1975). */
export interface UnionFind {
  find(item: number): number
  union(a: number, b: number): void
}

export function unionFind(size: number): UnionFind {
  const parent = Int32Array.from({ length: size }, (_, i) => i)
  const find = (item: number): number => {
    let root = item
    while (parent[root] !== root) root = parent[root]!
    for (let at = item; at !== root; ) {
      const next = parent[at]!
      parent[at] = root
      at = next
    }
    return root
  }
  return {
    find,
    union(a, b) {
      const x = find(a)
      const y = find(b)
      if (x < y) parent[y] = x
      else if (y < x) parent[x] = y
    },
  }
}
