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

/** Classes of radii are a quarter of an octave apart: a part that grows a little keeps its place. */
const classOf = (radius: number): number => Math.ceil(4 * Math.log2(Math.max(1, radius)))
const radiusOf = (size: number): number => 2 ** (size / 4)

/**
 * Middles for the parts of a layout: the one with the most nodes in the middle, the others in rings around it, larger
 * ones further in. A ring has more seats than parts, always a power of two, and each part takes the seat that the
 * hash of its key names, or the next that is free (open addressing, Knuth 1973). So a part that comes, goes or grows
 * moves few of the others, where packing them close together would move all.
 */
export function packComponents(parts: readonly PackedPart[]): Position[] {
  const places: Position[] = new Array(parts.length)
  const largest = parts.reduce(
    (best, part, i) =>
      best < 0 ||
      part.order > parts[best]!.order ||
      (part.order === parts[best]!.order && part.key < parts[best]!.key)
        ? i
        : best,
    -1,
  )
  if (largest < 0) return places
  places[largest] = { x: 0, y: 0 }
  const classes = new Map<number, number[]>()
  parts.forEach(({ radius }, i) => {
    if (i === largest) return
    const members = classes.get(classOf(radius))
    if (members) members.push(i)
    else classes.set(classOf(radius), [i])
  })
  let inner = radiusOf(classOf(parts[largest]!.radius))
  for (const [size, members] of [...classes].sort((a, b) => b[0] - a[0])) {
    const seats = 2 ** Math.ceil(Math.log2(1.25 * members.length))
    const rings = ringSeats(inner, radiusOf(size), seats)
    const taken = new Uint8Array(seats)
    const hashed = members
      .map((i) => ({ i, hash: hash32(parts[i]!.key) }))
      .sort((a, b) => a.hash - b.hash || (parts[a.i]!.key < parts[b.i]!.key ? -1 : 1))
    for (const { i, hash } of hashed) {
      let seat = hash % seats
      while (taken[seat]) seat = (seat + 1) % seats
      taken[seat] = 1
      places[i] = rings.seats[seat]!
    }
    inner = rings.outer
  }
  return places
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
