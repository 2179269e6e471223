import { paletteSize } from '../state/type-colors.ts'
import type { Paint } from './scene.ts'

/** The colours and the font of the drawing, from the style sheet of the page. */
export function readPaint(): Paint {
  const style = getComputedStyle(document.documentElement)
  const color = (name: string): string => style.getPropertyValue(name).trim()
  return {
    background: color('--stage'),
    text: color('--text'),
    quietText: color('--quiet'),
    edge: color('--edge'),
    quietEdge: color('--line'),
    negative: color('--negative'),
    accent: color('--accent'),
    changes: { added: color('--added'), removed: color('--removed'), changed: color('--changed') },
    types: Array.from({ length: paletteSize }, (_, number) => color(`--type-${number}`)),
    font: color('--sans'),
  }
}
