import type { SerializedGraph } from '../../../src/model/graph.ts'
import { hashText } from '../../../src/model/hash-text.ts'

/** What the browser keeps for one graph from one visit to the next. */
export interface Memory<T> {
  read(): T | undefined
  write(value: T): void
}

/**
 * Keeps a value in the browser under a name. Where the browser keeps nothing, or what it kept cannot be read, there
 * is nothing. `graph` names the graph; it is asked only where something may be kept.
 */
export function memory<T>(name: string, graph: () => string): Memory<T> {
  let key: string | undefined
  const keyOf = (): string => {
    key ??= `redthread ${name} ${graph()}`
    return key
  }
  return {
    read() {
      try {
        // naming a large graph takes a while, and most have nothing kept
        const any = Object.keys(localStorage).some((one) => one.startsWith(`redthread ${name} `))
        const text = any ? localStorage.getItem(keyOf()) : null
        return text === null ? undefined : (JSON.parse(text) as T)
      } catch {
        return undefined
      }
    },
    write(value) {
      try {
        localStorage.setItem(keyOf(), JSON.stringify(value))
      } catch {
        // the page works without
      }
    },
  }
}

/** A name for a graph by what it holds: another build of other documents has another. */
export function graphName({ nodes, edges }: SerializedGraph): string {
  const parts = [
    ...nodes.map(({ key, attributes }) => `${key} ${attributes.mentions.length}`),
    ...edges.map(
      ({ key, attributes }) => `${key} ${attributes.evidence.length} ${attributes.decision ?? ''}`,
    ),
  ]
  return hashText(parts.join('\n'))
}
