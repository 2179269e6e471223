import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { applyRulings } from '../decide/apply-rulings.ts'
import type { Decisions, Saved } from '../decide/decisions.ts'
import { withDecisions } from '../decide/decisions-text.ts'
import type { Ruling } from '../decide/ruling.ts'
import { sameThings } from '../decide/same-things.ts'
import { save } from '../export/save.ts'
import { indexGraph } from '../graph/index-graph.ts'
import type { PageData } from '../page-data.ts'
import type { Language } from '../text/language.ts'
import type { BrowserJournal } from './browser-journal.ts'
import { graphName, memory } from './memory.ts'
import type { KeptPlaces } from './page-options.ts'
import { createPageState, type PageState } from './page-state.ts'
import { viewHash } from './view-hash.ts'

/** A visit: the graph of the page, the decisions made on it, and the state of the page on what they give. */
export interface Session {
  readonly page: ReadonlySignal<PageState>
}

interface Kept {
  readonly made: readonly Ruling[]
  readonly saved: number
}

/** Starts a visit: decisions of an earlier one on the same graph are there again. */
export function createSession(data: PageData, journal: BrowserJournal, preferred: Language): Session {
  const { graph, documents, extras } = data
  const store = memory<Kept>('decisions', () => graphName(graph))
  const places = memory<KeptPlaces>('places', () => graphName(graph))
  const kept = store.read() ?? { made: [], saved: 0 }
  const made = signal<readonly Ruling[]>(kept.made)
  const saved = signal(kept.saved)
  const undone = signal<readonly Ruling[]>([])
  let saving: Promise<Saved> | undefined
  const texts = new Map(documents.map((document) => [document.id, document.text]))
  const token = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="redthread-token"]')?.content

  const makeState = (): PageState => {
    const now = applyRulings(graph, made.peek(), {
      texts: (id) => texts.get(id),
      ...(extras.signatures ? { signatures: extras.signatures } : {}),
    })
    return createPageState(indexGraph(now, documents, data.changes), {
      journal,
      // a comparison is of two graphs: what would be decided of it?
      ...(extras.changes === undefined ? { decisions } : {}),
      extras,
      keep: places.write,
    })
  }
  let unfollow = (): void => {}
  const follow = (state: PageState): void => {
    unfollow()
    unfollow = journal.follow(state, viewHash(state.index, state.facets, preferred))
  }
  const replay = (): void => {
    store.write({ made: made.peek(), saved: saved.peek() })
    const before = page.peek()
    const next = makeState()
    const written = viewHash(before.index, before.facets, preferred).write(
      { ...before.current.peek(), camera: before.camera.peek() },
      Number.POSITIVE_INFINITY,
    )
    const same = sameThings(before.index, next.index)
    const carried = viewHash(next.index, next.facets, preferred, same).read(written)
    const byKey = <T>(map: ReadonlyMap<number, T>): Map<number, T> =>
      new Map(
        [...map].flatMap(([node, value]) => {
          const key = before.index.nodeKeys[node]!
          const now = next.index.nodeOf.get(key) ?? same.nodes.get(key)
          return now === undefined ? [] : [[now, value] as const]
        }),
      )
    next.places.value = byKey(before.places.peek())
    next.fixed.value = new Set(byKey(new Map([...before.fixed.peek()].map((node) => [node, true]))).keys())
    next.restore(carried)
    page.value = next
    follow(next)
  }
  const decisions: Decisions = {
    made,
    saved,
    undone,
    served: token !== undefined,
    add(ruling) {
      made.value = [...made.peek(), ruling]
      undone.value = []
      replay()
    },
    undo() {
      const last = made.peek().at(-1)
      if (last === undefined || saving !== undefined || made.peek().length <= saved.peek()) return
      made.value = made.peek().slice(0, -1)
      undone.value = [...undone.peek(), last]
      replay()
    },
    redo() {
      const last = undone.peek().at(-1)
      if (last === undefined) return
      undone.value = undone.peek().slice(0, -1)
      made.value = [...made.peek(), last]
      replay()
    },
    save(by) {
      saving ??= saveAll(by).finally(() => {
        saving = undefined
      })
      return saving
    },
  }
  const saveAll = async (by: string): Promise<Saved> => {
    const when = new Date().toISOString().slice(0, 10)
    const signature = { ...(by === '' ? {} : { by }), when }
    made.value = made
      .peek()
      .map((ruling, place) =>
        place < saved.peek() ? ruling : { ...ruling, decision: { ...ruling.decision, ...signature } },
      )
    // notes are shown with who wrote them and when
    replay()
    // what is decided while the server answers is not among these
    const all = made.peek().map(({ decision }) => decision)
    const keep = (count: number): void => {
      saved.value = count
      store.write({ made: made.peek(), saved: count })
    }
    if (token !== undefined) return post(token, all, saved.peek(), keep)
    save('decisions.yaml', [withDecisions(extras.decisions ?? '', all)], 'application/yaml')
    keep(all.length)
    return { kind: 'downloaded' }
  }
  const page: Signal<PageState> = signal(makeState())
  const first = page.peek()
  putPlaces(first, places.read())
  first.restore(viewHash(first.index, first.facets, preferred).read(globalThis.location?.hash ?? ''))
  // the first drawing is shown whole in any case
  if (first.camera.peek() === undefined) first.wanted.value = undefined
  follow(first)
  return { page }
}

/** Puts nodes where an earlier visit left them. */
function putPlaces({ index, places, fixed }: PageState, kept: KeptPlaces | undefined): void {
  const nodeOf = (key: string): number[] => {
    const node = index.nodeOf.get(key)
    return node === undefined ? [] : [node]
  }
  places.value = new Map(
    (kept?.places ?? []).flatMap(([key, x, y]) => nodeOf(key).map((node) => [node, { x, y }] as const)),
  )
  fixed.value = new Set((kept?.fixed ?? []).flatMap(nodeOf))
}

/** So many decisions the server takes at once. */
const mostAtOnce = 200

/** Sends decisions from a place on to the server that gave the page; `written` hears how many of all it has. */
async function post(
  token: string,
  decisions: readonly object[],
  from: number,
  written: (count: number) => void,
): Promise<Saved> {
  for (let at = from; at < decisions.length; at += mostAtOnce) {
    const some = decisions.slice(at, at + mostAtOnce)
    try {
      const response = await fetch('/api/decisions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Redthread-Token': token },
        body: JSON.stringify({ decisions: some }),
      })
      if (!response.ok) return { kind: 'failed', why: (await response.text()).slice(0, 500) }
    } catch (error) {
      return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
    }
    written(at + some.length)
  }
  return { kind: 'written' }
}
