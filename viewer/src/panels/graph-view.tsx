import { effect } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { readPaint } from '../render/read-paint.ts'
import type { GraphRenderer } from '../render/renderer.ts'
import { createSigmaRenderer } from '../render/sigma-renderer.ts'
import type { PageState } from '../state/page-state.ts'

const step = 60

/** The drawing. Arrow keys move it, + and - zoom, 0 shows all of it. */
export function GraphView({ state }: { state: PageState }): JSX.Element {
  const container = useRef<HTMLDivElement>(null)
  const renderer = useRef<GraphRenderer | undefined>(undefined)
  useEffect(() => {
    const made = createSigmaRenderer(container.current!, readPaint(), {
      node: (key) => state.select({ kind: 'node', node: state.index.nodeOf.get(key)! }),
      edge: (key) => state.select({ kind: 'edge', edge: state.index.edgeOf.get(key)! }),
      bundle: (keys) =>
        state.select({
          kind: 'edges',
          edges: keys.map((key) => state.index.edgeOf.get(key)!),
          title: `${keys.length} relations between these two`,
        }),
      stage: () => state.select(undefined),
      lost: () => {},
    })
    renderer.current = made
    window.redthread = { renderer: made }
    const stops = [effect(() => made.draw(state.scene.value)), effect(() => made.focus(state.focus.value))]
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const repaint = (): void => made.paint(readPaint())
    scheme.addEventListener('change', repaint)
    const stopTheme = state.theme.subscribe(() => queueMicrotask(() => setTimeout(repaint)))
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(container.current!)
    return () => {
      for (const stop of stops) stop()
      stopTheme()
      scheme.removeEventListener('change', repaint)
      observer.disconnect()
      made.destroy()
      delete window.redthread
    }
  }, [state])

  const onKeyDown = (event: KeyboardEvent): void => {
    const drawing = renderer.current
    if (drawing === undefined) return
    if (event.key === 'ArrowLeft') drawing.pan(step, 0)
    else if (event.key === 'ArrowRight') drawing.pan(-step, 0)
    else if (event.key === 'ArrowUp') drawing.pan(0, step)
    else if (event.key === 'ArrowDown') drawing.pan(0, -step)
    else if (event.key === '+' || event.key === '=') drawing.zoom(1.3)
    else if (event.key === '-') drawing.zoom(1 / 1.3)
    else if (event.key === '0') drawing.frame()
    else return
    event.preventDefault()
  }
  return (
    <div class="graph">
      <div
        ref={container}
        class="canvas"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is moved by keys
        tabIndex={0}
        aria-label="Drawing of the graph. Arrow keys move it, plus and minus zoom, zero shows all. The table view lists what is drawn."
        onKeyDown={onKeyDown}
      />
      <fieldset class="zoom" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" onClick={() => renderer.current?.zoom(1.5)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => renderer.current?.zoom(1 / 1.5)}>
          −
        </button>
        <button type="button" aria-label="Show all of the drawing" onClick={() => renderer.current?.frame()}>
          ⤢
        </button>
      </fieldset>
    </div>
  )
}
