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

/** From so many parts of one radius on they are seated in rings, each in a time that does not grow with their number. */
const many = 48

/**
 * Middles for the parts of a layout: the one with the most nodes in the middle; each other one, the larger first, lies in
 * the direction that the hash of its key names, as near to the middle as there is room. Where there are many of one
 * size they have seats in rings around the middle, more seats than parts and always a power of two, and each takes the
 * seat that its hash names or the next that is free (open addressing, Knuth 1973). So a part that comes, goes or grows
 * moves few of the others, where packing all as close as can be would move all.
 */
export function packComponents(parts: readonly PackedPart[]): Position[] {
  const before = (a: PackedPart, b: PackedPart): number =>
    b.order - a.order || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  const places: Position[] = new Array(parts.length)
  const middle = parts.reduce((best, part, i) => (best < 0 || before(part, parts[best]!) < 0 ? i : best), -1)
  if (middle < 0) return places
  places[middle] = { x: 0, y: 0 }
  const central = stepped(parts[middle]!.radius)
  const classes = new Map<number, Disc[]>()
  parts.forEach(({ key, radius }, i) => {
    if (i === middle) return
    const disc = { i, key, hash: hash32(key) }
    const members = classes.get(stepped(radius))
    if (members) members.push(disc)
    else classes.set(stepped(radius), [disc])
  })
  for (const members of classes.values()) members.sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1))
  const largerFirst = [...classes].sort((a, b) => b[0] - a[0])
  // The rings come first: what depends on how few parts lie where moves nothing of the many.
  let outer = central
  for (const [radius, members] of largerFirst) {
    if (members.length < many) continue
    const count = 2 ** Math.ceil(Math.log2(1.25 * members.length))
    const rings = ringSeats(outer, radius, count)
    const filled = new Uint8Array(count)
    for (const { i, hash } of members) {
      let seat = hash % count
      while (filled[seat]) seat = (seat + 1) % count
      filled[seat] = 1
      places[i] = rings.seats[seat]!
    }
    outer = rings.outer
  }
  const taken = discGrid(2 * Math.max(1, largerFirst.find(([, discs]) => discs.length < many)?.[0] ?? 1))
  for (const [radius, members] of largerFirst) {
    if (members.length >= many) continue
    for (const { i, hash } of members) {
      const angle = (2 * Math.PI * hash) / 2 ** 32
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      let distance = outer + radius
      while (taken.overlaps(distance * cos, distance * sin, radius)) distance += radius / 2
      places[i] = { x: distance * cos, y: distance * sin }
      taken.add(distance * cos, distance * sin, radius)
    }
  }
  return places
}

interface Disc {
  readonly i: number
  readonly key: string
  readonly hash: number
}

/** Seats for discs of one radius on circles around a disc, and the radius that holds them all. */
function ringSeats(inner: number, radius: number, count: number): { seats: Position[]; outer: number } {
  const seats: Position[] = []
  let distance = inner + radius
  while (seats.length < count) {
    const fits = Math.max(1, Math.floor(Math.PI / Math.asin(Math.min(1, radius / distance))))
    const here = Math.min(fits, count - seats.length)
    for (let i = 0; i < here; i++) {
      const angle = (2 * Math.PI * i) / here
      seats.push({ x: distance * Math.cos(angle), y: distance * Math.sin(angle) })
    }
    distance += 2 * radius
  }
  return { seats, outer: distance - radius }
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
