import { effect, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { focusOn, openMore } from '../graph/focus.ts'
import { communityOf } from '../graph/hidden-groups.ts'
import { readPaint } from '../render/read-paint.ts'
import type { GraphRenderer, RendererEvents } from '../render/renderer.ts'
import { createSigmaRenderer } from '../render/sigma/sigma-renderer.ts'
import { createSvgRenderer } from '../render/svg-renderer.ts'
import { endsOf } from '../state/drawn-nodes.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { LayoutButtons } from './layout-buttons.tsx'

const step = 60
/** After so many lost WebGL contexts the simpler drawing stays. */
const mostLosses = 2
/** How many entities of a community come when its ring is opened. */
const groupPortion = 40

/** The drawing. Arrow keys move it, + and - zoom, 0 shows all of it. */
export function GraphView({ state }: { state: PageState }): JSX.Element {
  const container = useRef<HTMLDivElement>(null)
  const renderer = useRef<GraphRenderer | undefined>(undefined)
  const latest = useRef(state)
  latest.current = state
  const still = useSignal(false)
  const losses = useSignal(0)
  const lost = losses.value
  useEffect(() => {
    const events: RendererEvents = {
      ...choosing(() => latest.current),
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
    return () => {
      made.renderer.destroy()
      delete window.redthread
    }
  }, [lost])
  useEffect(() => keepDrawn(state, renderer.current!, container.current!), [state, lost])

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
        aria-label={t().drawing}
        onKeyDown={onKeyDown}
      />
      {still.value && <p class="notice">{t().noWebGl}</p>}
      <LayoutButtons state={state} />
      <fieldset class="zoom" aria-label={t().zoom}>
        <button type="button" aria-label={t().zoomIn} onClick={() => renderer.current?.zoom(1.5)}>
          +
        </button>
        <button type="button" aria-label={t().zoomOut} onClick={() => renderer.current?.zoom(1 / 1.5)}>
          −
        </button>
        <button type="button" aria-label={t().showWhole} onClick={() => renderer.current?.frame()}>
          ⤢
        </button>
      </fieldset>
    </div>
  )
}

/** What a reader does in the drawing, as changes of the state. */
function choosing(stateNow: () => PageState): Omit<RendererEvents, 'lost'> {
  return {
    node(key) {
      const state = stateNow()
      const community = communityOf(key)
      if (community === undefined) state.select({ kind: 'node', node: state.index.nodeOf.get(key)! })
      else {
        const groups = new Map(state.current.peek().groups)
        state.go({ groups: groups.set(community, (groups.get(community) ?? 0) + groupPortion) })
      }
    },
    open(key) {
      const state = stateNow()
      const node = state.index.nodeOf.get(key)
      if (node === undefined) return
      const { trail } = state.current.peek()
      const focus = trail.at(-1)
      const view = state.focusView.peek()
      const next =
        focus === undefined || view === undefined
          ? [focusOn(node)]
          : [...trail.slice(0, -1), openMore(focus, view, node)]
      state.go({ trail: next }, { frame: true })
    },
    edge: (key) => stateNow().select({ kind: 'edge', edge: stateNow().index.edgeOf.get(key)! }),
    bundle: (keys) => {
      const edges = keys.map((key) => stateNow().index.edgeOf.get(key)!)
      stateNow().select({ kind: 'edges', edges, from: 'pair' })
    },
    stage: () => stateNow().select(undefined),
    moved: (camera) => {
      stateNow().camera.value = camera
    },
    drag(key, place) {
      const { index, places, fixed } = stateNow()
      const node = index.nodeOf.get(key)
      if (node === undefined) return
      places.value = new Map(places.peek()).set(node, place)
      if (!fixed.peek().has(node)) fixed.value = new Set(fixed.peek()).add(node)
    },
    dropped: () => stateNow().keepPlaces(),
  }
}

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
  const kept = state.camera.peek()
  state.sight.now = () => renderer.camera()
  let scene: unknown
  let selection: unknown
  const stops = [
    effect(() => {
      if (state.scene.value !== scene) renderer.draw(state.scene.value)
      const wanted =
        state.wanted.value ?? (scene === undefined && kept !== undefined ? { camera: kept } : undefined)
      const { selection: next } = state.current.value
      if (wanted?.camera !== undefined) renderer.setCamera(wanted.camera)
      else if (wanted !== undefined) renderer.frame()
      else if (next !== selection) bringIntoView(state, renderer, container)
      state.wanted.value = undefined
      scene = state.scene.value
      selection = next
    }),
    effect(() => renderer.focus(state.emphasis.value)),
  ]
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const repaint = (): void => renderer.paint(readPaint())
  scheme.addEventListener('change', repaint)
  // the colours are those of the style sheet, which goes by this attribute
  const themes = new MutationObserver(repaint)
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const observer = new ResizeObserver(() => renderer.resize())
  observer.observe(container)
  return () => {
    for (const stop of stops) stop()
    state.sight.now = undefined
    themes.disconnect()
    scheme.removeEventListener('change', repaint)
    observer.disconnect()
  }
}

/** Moves the drawing only when what is chosen is outside of the window. */
function bringIntoView(state: PageState, renderer: GraphRenderer, container: HTMLElement): void {
  const { index } = state
  const { selection } = state.current.value
  const way = selection?.kind === 'path' ? state.ways.value[selection.way]?.nodes : undefined
  const keys = (way ?? endsOf(index, selection)).map((node) => index.nodeKeys[node]!)
  const outside = keys.some((key) => {
    const place = renderer.placeOf(key)
    if (place === undefined) return false
    const { clientWidth, clientHeight } = container
    return place.x < 20 || place.y < 20 || place.x > clientWidth - 20 || place.y > clientHeight - 20
  })
  if (outside) renderer.frame(keys)
}
