import { effect, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { communityOf } from '../graph/hidden-groups.ts'
import { readPaint } from '../render/read-paint.ts'
import type { GraphRenderer, RendererEvents } from '../render/renderer.ts'
import { createSigmaRenderer } from '../render/sigma-renderer.ts'
import { createSvgRenderer } from '../render/svg-renderer.ts'
import type { PageState } from '../state/page-state.ts'
import type { Selection } from '../state/selection.ts'

const step = 60

/** The drawing. Arrow keys move it, + and - zoom, 0 shows all of it. */
export function GraphView({ state }: { state: PageState }): JSX.Element {
  const container = useRef<HTMLDivElement>(null)
  const renderer = useRef<GraphRenderer | undefined>(undefined)
  const still = useSignal(false)
  const losses = useSignal(0)
  const lost = losses.value
  useEffect(() => {
    const events: RendererEvents = {
      node: (key) => {
        const community = communityOf(key)
        if (community !== undefined) state.openGroup(community)
        else state.select({ kind: 'node', node: state.index.nodeOf.get(key)! })
      },
      edge: (key) => state.select({ kind: 'edge', edge: state.index.edgeOf.get(key)! }),
      bundle: (keys) =>
        state.select({
          kind: 'edges',
          edges: keys.map((key) => state.index.edgeOf.get(key)!),
          title: `${keys.length} relations between these two`,
        }),
      stage: () => state.select(undefined),
      // the drawing is made anew outside of the event that said so
      lost: () =>
        setTimeout(() => {
          losses.value = lost + 1
        }),
    }
    const made = createRenderer(container.current!, events, lost > mostLosses)
    still.value = made.still
    renderer.current = made.renderer
    window.redthread = { renderer: made.renderer }
    const stop = keepDrawn(state, made.renderer, container.current!)
    return () => {
      stop()
      made.renderer.destroy()
      delete window.redthread
    }
  }, [state, lost])

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
      {still.value && (
        <p class="notice">
          This browser does not draw with WebGL now: the drawing is a simpler one. The table lists the same.
        </p>
      )}
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

/** After so many lost WebGL contexts the simpler drawing stays. */
const mostLosses = 2

/** A drawing by WebGL, or by SVG where that cannot be had. */
function createRenderer(
  container: HTMLElement,
  events: RendererEvents,
  simple: boolean,
): { renderer: GraphRenderer; still: boolean } {
  if (!simple)
    try {
      return { renderer: createSigmaRenderer(container, readPaint(), events), still: false }
    } catch {
      container.replaceChildren()
    }
  return { renderer: createSvgRenderer(container, readPaint(), events), still: true }
}

/** Keeps a drawing up to date with the state, the colours and the size of the window. */
function keepDrawn(state: PageState, renderer: GraphRenderer, container: HTMLElement): () => void {
  const stops = [
    effect(() => renderer.draw(state.scene.value)),
    effect(() => renderer.focus(state.focus.value)),
    state.selection.subscribe((selection) => bringIntoView(state, renderer, container, selection)),
  ]
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const repaint = (): void => renderer.paint(readPaint())
  scheme.addEventListener('change', repaint)
  let theme = state.theme.value
  const stopTheme = effect(() => {
    if (state.theme.value === theme) return
    theme = state.theme.value
    // once the page has the new colours
    setTimeout(repaint)
  })
  const observer = new ResizeObserver(() => renderer.resize())
  observer.observe(container)
  return () => {
    for (const stop of [...stops, stopTheme]) stop()
    scheme.removeEventListener('change', repaint)
    observer.disconnect()
  }
}

/** Moves the drawing only when what is chosen is outside of the window. */
function bringIntoView(
  state: PageState,
  renderer: GraphRenderer,
  container: HTMLElement,
  selection: Selection | undefined,
): void {
  if (selection === undefined) return
  const { index } = state
  const edges =
    selection.kind === 'edge' ? [selection.edge] : selection.kind === 'edges' ? selection.edges : []
  const nodes =
    selection.kind === 'node'
      ? [selection.node]
      : edges.flatMap((edge) => [index.source[edge]!, index.target[edge]!])
  const keys = nodes.map((node) => index.nodeKeys[node]!)
  const outside = keys.some((key) => {
    const place = renderer.placeOf(key)
    if (place === undefined) return false
    const { clientWidth, clientHeight } = container
    return place.x < 20 || place.y < 20 || place.x > clientWidth - 20 || place.y > clientHeight - 20
  })
  if (outside) renderer.frame(keys)
}
