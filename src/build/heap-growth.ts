import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** MB from which on it matters how far the heap grows. */
const large = 256
/** Percent by which a large heap may outgrow what was in use after the last collection: V8 itself lets it double and more. */
const growth = 40

/**
 * Runs what takes much memory with a heap that is collected more often where it is large already: less memory at its
 * peak for some more time. Nothing changes for a small heap.
 */
export function withLimitedGrowth<T>(action: () => T): T {
  if (getHeapStatistics().used_heap_size < large * 1e6) return action()
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  // How far the heap may grow is settled at a collection; the last one was long ago.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  collect()
  try {
    return action()
  } finally {
    setFlagsFromString('--heap-growing-percent=0')
  }
}
