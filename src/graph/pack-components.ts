import { hash32 } from './seeded.ts'

/** A component around its own middle. */
export interface PackedPart {
  /** Its first node: what places it among others. */
  readonly key: string
  readonly radius: number
  readonly order: number
}

interface Position {
  readonly x: number
  readonly y: number
}

/** Radii are taken in steps of a quarter of an octave: a part that grows a little keeps its place. */
const stepped = (radius: number): number => 2 ** (Math.ceil(4 * Math.log2(Math.max(1, radius))) / 4)

/**
 * Middles for the parts of a layout: the one with the most nodes in the middle; each other one, the larger first, lies in
 * the direction that the hash of its key names, as near to the middle as there is room. So a part that comes, goes or
 * grows moves only those that lie behind it, where packing all as close as can be would move all.
 */
export function packComponents(parts: readonly PackedPart[]): Position[] {
  const before = (a: PackedPart, b: PackedPart): number =>
    b.order - a.order || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  const places: Position[] = new Array(parts.length)
  const middle = parts.reduce((best, part, i) => (best < 0 || before(part, parts[best]!) < 0 ? i : best), -1)
  if (middle < 0) return places
  const discs = parts.map(({ key, radius }, i) => ({ i, key, radius: stepped(radius), hash: hash32(key) }))
  const central = discs[middle]!.radius
  const others = discs.filter(({ i }) => i !== middle)
  others.sort((a, b) => b.radius - a.radius || a.hash - b.hash || (a.key < b.key ? -1 : 1))
  const taken = discGrid(2 * Math.max(1, ...others.map(({ radius }) => radius)))
  places[middle] = { x: 0, y: 0 }
  for (const { i, radius, hash } of others) {
    const angle = (2 * Math.PI * hash) / 2 ** 32
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    let distance = central + radius
    while (taken.overlaps(distance * cos, distance * sin, radius)) distance += radius / 2
    places[i] = { x: distance * cos, y: distance * sin }
    taken.add(distance * cos, distance * sin, radius)
  }
  return places
}

/** Discs by the cells of a grid, whose side no diameter is longer than. */
function discGrid(side: number): {
  add(x: number, y: number, radius: number): void
  overlaps(x: number, y: number, radius: number): boolean
} {
  const cells = new Map<string, { x: number; y: number; radius: number }[]>()
  const cell = (value: number): number => Math.floor(value / side)
  return {
    add(x, y, radius) {
      const key = `${cell(x)} ${cell(y)}`
      const discs = cells.get(key)
      if (discs) discs.push({ x, y, radius })
      else cells.set(key, [{ x, y, radius }])
    },
    overlaps(x, y, radius) {
      for (let column = cell(x) - 1; column <= cell(x) + 1; column++)
        for (let row = cell(y) - 1; row <= cell(y) + 1; row++)
          for (const disc of cells.get(`${column} ${row}`) ?? [])
            if (Math.hypot(disc.x - x, disc.y - y) < disc.radius + radius) return true
      return false
    },
  }
}
