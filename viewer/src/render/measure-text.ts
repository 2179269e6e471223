import type { Measure } from './label-layer.ts'

/** Widths of texts by a canvas that is not shown; a guess where there is none. */
export function measureText(): Measure {
  const pen = document.createElement('canvas').getContext('2d')
  return (text, font) => {
    if (pen === null) return text.length * 7
    pen.font = font
    return pen.measureText(text).width
  }
}
