/** A run of characters of one page at one place; points from the lower left corner. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of the letters. */
  readonly size: number
}

/** A line of one column, in reading order. */
export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
}

interface Box extends PdfLine {
  readonly top: number
  readonly bottom: number
}

/**
 * Puts what stands on a page into lines in reading order. Items that go on from
 * each other make a segment; segments are ordered by cutting the page along its white space (recursive X-Y cut; Nagy, Seth and
 * Viswanathan 1992), columns before rows, where both sides hold running text.
 */
export function pdfLines(items: readonly PdfItem[]): readonly PdfLine[] {
  const boxes = segmentsOf(items)
  const lines: PdfLine[] = []
  cut(boxes, lines, 0)
  return lines
}

/**
 * Runs of items that one line of the page's program wrote: each goes on where the one before it ended. A blank that the
 * program wrote, however wide, holds a justified line together; a gap without one is a gutter or a tab.
 */
function segmentsOf(items: readonly PdfItem[]): readonly Box[] {
  const boxes: Box[] = []
  let open: PdfItem[] = []
  let right = 0
  let blank = false
  const close = (): void => {
    if (open.length > 0) boxes.push(toBox(open))
    open = []
  }
  for (const item of items) {
    const last = open.at(-1)
    if (item.text.trim() === '') {
      blank = last !== undefined && item.width > 0
      continue
    }
    if (last) {
      const size = Math.max(last.size, item.size)
      const level = Math.abs(last.y - item.y) < size * (last.size === item.size ? 0.35 : 0.5)
      const gap = item.x - right
      if (!level || gap < -size * 0.5 || gap > size * (blank ? 4 : 1.1)) close()
    }
    open.push(item)
    right = item.x + item.width
    blank = /\s$/.test(item.text)
  }
  close()
  return boxes
}

function toBox(items: readonly PdfItem[]): Box {
  let text = ''
  let right = Number.NEGATIVE_INFINITY
  let size = 0
  const largest = Math.max(...items.map((item) => item.size))
  for (const item of items) {
    // A small raised figure is the mark of a note.
    if (item.size < largest * 0.75 && /^\s*\d{1,3}\s*$/.test(item.text)) continue
    const apart = text !== '' && item.x - right > item.size * 0.15
    text += (apart && !/\s$/.test(text) && !/^\s/.test(item.text) ? ' ' : '') + item.text
    right = Math.max(right, item.x + item.width)
    size = Math.max(size, item.size)
  }
  // The baseline of the largest letters: a raised figure of a note does not lift its line.
  const { y } = items.reduce((a, b) => (b.size > a.size ? b : a))
  const { x } = items[0] as PdfItem
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x,
    y,
    right,
    size,
    top: y + size * 0.8,
    bottom: y - size * 0.2,
  }
}

function cut(boxes: readonly Box[], lines: PdfLine[], depth: number): void {
  if (boxes.length <= 1 || depth > 200) {
    lines.push(...joinRows(boxes))
    return
  }
  const columns = cutColumns(boxes)
  if (columns) {
    for (const column of columns) cut(column, lines, depth + 1)
    return
  }
  const rows = cutRows(boxes)
  if (rows && boxes.some((box) => boxes.some((other) => other !== box && beside(box, other)))) {
    for (const row of rows) cut(row, lines, depth + 1)
  } else lines.push(...joinRows(boxes))
}

/** Splits at a gutter that runs the whole height and has running text on both sides. */
function cutColumns(boxes: readonly Box[]): readonly (readonly Box[])[] | undefined {
  const sorted = boxes.toSorted((a, b) => a.x - b.x)
  const size = median(boxes.map((box) => box.size))
  let right = Number.NEGATIVE_INFINITY
  for (let i = 0; i < sorted.length; i++) {
    const box = sorted[i] as Box
    if (i > 0 && box.x - right > size * 0.8) {
      const sides = [sorted.slice(0, i), sorted.slice(i)]
      if (sides.every(isRunningText)) return sides
    }
    right = Math.max(right, box.right)
  }
  return undefined
}

function isRunningText(boxes: readonly Box[]): boolean {
  return boxes.length >= 3 && median(boxes.map((box) => box.text.length)) >= 16
}

/** Splits at the widest gap between rows. */
function cutRows(boxes: readonly Box[]): readonly (readonly Box[])[] | undefined {
  const sorted = boxes.toSorted((a, b) => b.top - a.top)
  let bottom = sorted[0]?.bottom ?? 0
  let widest = 0
  let at = 0
  for (let i = 1; i < sorted.length; i++) {
    const box = sorted[i] as Box
    if (bottom - box.top > widest) {
      widest = bottom - box.top
      at = i
    }
    bottom = Math.min(bottom, box.bottom)
  }
  return at > 0 ? [sorted.slice(0, at), sorted.slice(at)] : undefined
}

function beside(a: Box, b: Box): boolean {
  return a.bottom < b.top && b.bottom < a.top && (a.right <= b.x || b.right <= a.x)
}

/** What stands on one baseline of one column is one line, such as the cells of a table. */
function joinRows(boxes: readonly Box[]): readonly PdfLine[] {
  const lines: { text: string; x: number; y: number; right: number; size: number }[] = []
  for (const box of boxes.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines.at(-1)
    if (last && Math.abs(last.y - box.y) < Math.max(last.size, box.size) * 0.35) {
      last.text += ` ${box.text}`
      last.right = Math.max(last.right, box.right)
      last.size = Math.max(last.size, box.size)
    } else lines.push({ text: box.text, x: box.x, y: box.y, right: box.right, size: box.size })
  }
  return lines
}

/** The middle one of some numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}
