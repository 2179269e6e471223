import { effect } from '@preact/signals'
import type { Journal } from './page-options.ts'
import type { PageState } from './page-state.ts'
import type { ViewHash } from './view-hash.ts'
import type { Look } from './view-state.ts'

/** How long the view must rest before its address is written anew, in milliseconds. */
const rest = 200

/** What keeps the address of the page and the browser's Back in step with the view. */
export interface BrowserJournal extends Journal {
  /** Follows a state from now on, in place of another. */
  follow(state: PageState, hash: ViewHash): () => void
}

/**
 * Keeps the view in the part of the address after `#`, and every step as an entry of the browser's history.
 * Entries hold the whole view, so that Back restores it exactly; an address that was typed is read.
 */
export function browserJournal(): BrowserJournal {
  const looks = new Map<number, { look: Look; of: PageState }>()
  let entry = 0
  let followed: { state: PageState; hash: ViewHash } | undefined
  const write = (method: 'pushState' | 'replaceState', look: Look): void => {
    if (followed === undefined) return
    looks.set(entry, { look, of: followed.state })
    const written = followed.hash.write(look)
    try {
      history[method]({ redthread: entry }, '', `#${written}`)
    } catch {
      // a browser that allows no history to pages from disk: the view works, its address does not follow
    }
  }
  return {
    leave: (look) => write('replaceState', look),
    enter(view) {
      entry = Math.max(entry, ...looks.keys()) + 1
      write('pushState', { ...view, camera: followed?.state.camera.peek() })
    },
    back() {
      // an entry of another visit may lie outside of the page
      if (!looks.has(entry - 1)) return false
      history.back()
      return true
    },
    follow(state, hash) {
      followed = { state, hash }
      const onPop = (event: PopStateEvent): void => {
        const number = (event.state as { redthread?: number } | null)?.redthread
        const kept = number === undefined ? undefined : looks.get(number)
        entry = number ?? Math.max(entry, ...looks.keys()) + 1
        state.restore(kept?.of === state ? kept.look : hash.read(location.hash))
      }
      addEventListener('popstate', onPop)
      let timer: ReturnType<typeof setTimeout> | undefined
      const stop = effect(() => {
        const look = { ...state.current.value, camera: state.camera.value }
        clearTimeout(timer)
        timer = setTimeout(() => write('replaceState', look), rest)
      })
      return () => {
        stop()
        clearTimeout(timer)
        removeEventListener('popstate', onPop)
      }
    },
  }
}
