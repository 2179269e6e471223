/** A rectangle on the screen, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Boxes on the screen, found again by a grid of cells of `cell` pixels. */
export interface BoxSet {
  add(box: Box): void
  /** Whether a box overlaps any that was added; boxes that only touch do not. */
  hits(box: Box): boolean
}

export function createBoxSet(cell = 64): BoxSet {
  const cells = new Map<number, Box[]>()
  const each = (box: Box, visit: (key: number) => boolean): boolean => {
    const lastColumn = Math.floor(box.right / cell)
    const lastRow = Math.floor(box.bottom / cell)
    for (let column = Math.floor(box.left / cell); column <= lastColumn; column++)
      for (let row = Math.floor(box.top / cell); row <= lastRow; row++)
        if (visit(column * 1_000_003 + row)) return true
    return false
  }
  return {
    add(box) {
      each(box, (key) => {
        const list = cells.get(key)
        if (list === undefined) cells.set(key, [box])
        else list.push(box)
        return false
      })
    },
    hits(box) {
      return each(box, (key) => {
        const list = cells.get(key)
        return (
          list?.some(
            (other) =>
              other.left < box.right &&
              other.right > box.left &&
              other.top < box.bottom &&
              other.bottom > box.top,
          ) === true
        )
      })
    },
  }
}

/** A node that wants a label: the centre and radius of its disc, and the size of the text. */
export interface LabelWish {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
  readonly height: number
}

/** Where a label was put; `wish` is its place in the list of wishes. */
export interface PlacedLabel extends Box {
  readonly wish: number
}

/**
 * Greedy placement of point labels: in the order given (most important first), each label takes the first
 * of right, left, below, above that overlaps no label placed before it; positions between `sides` are preferred
 * over those that stick out, then those free of discs over those that cover one. Labels without room are left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  taken: BoxSet,
  sides: Pick<Box, 'left' | 'right'> = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY },
  gap = 4,
): PlacedLabel[] {
  const discs = createBoxSet()
  const obstacle = 5
  for (const { x, y, radius } of wishes)
    if (radius >= obstacle)
      discs.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
  const placed: PlacedLabel[] = []
  wishes.forEach((wish, number) => {
    let best: Box | undefined
    let least = Number.POSITIVE_INFINITY
    for (const box of positions(wish, gap)) {
      if (taken.hits(box)) continue
      const sticksOut = box.left < sides.left || box.right > sides.right
      const faults = (sticksOut ? 2 : 0) + (discs.hits(box) ? 1 : 0)
      if (faults >= least) continue
      best = box
      least = faults
      if (faults === 0) break
    }
    if (best === undefined) return
    taken.add(best)
    placed.push({ ...best, wish: number })
  })
  return placed
}

function positions({ x, y, radius, width, height }: LabelWish, gap: number): Box[] {
  const side = { top: y - height / 2, bottom: y + height / 2 }
  const middle = { left: x - width / 2, right: x + width / 2 }
  return [
    { ...side, left: x + radius + gap, right: x + radius + gap + width },
    { ...side, left: x - radius - gap - width, right: x - radius - gap },
    { ...middle, top: y + radius + gap / 2, bottom: y + radius + gap / 2 + height },
    { ...middle, top: y - radius - gap / 2 - height, bottom: y - radius - gap / 2 },
  ]
}

/**
 * The boxes that a text of `width` by `height` pixels covers when it is turned by `angle` around its
 * middle: one for a level text, else a row of small ones along it.
 */
export function turnedBoxes(x: number, y: number, width: number, height: number, angle: number): Box[] {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const parts = Math.abs(sin) < 0.05 ? 1 : Math.max(1, Math.ceil(width / height))
  const halfWidth = (Math.abs(cos) * (width / parts) + Math.abs(sin) * height) / 2
  const halfHeight = (Math.abs(sin) * (width / parts) + Math.abs(cos) * height) / 2
  return Array.from({ length: parts }, (_, part) => {
    const along = ((part + 0.5) / parts - 0.5) * width
    const cx = x + along * cos
    const cy = y + along * sin
    return { left: cx - halfWidth, right: cx + halfWidth, top: cy - halfHeight, bottom: cy + halfHeight }
  })
}
