import type { OpenedGraph } from '../graph/index.ts'
import { type EntityRef, entityRef } from './answer.ts'
import { foldText } from './fold-text.ts'
import { indexOf } from './graph-index.ts'
import { namesWithWords } from './name-words.ts'
import { namesLike } from './names-like.ts'
import { QueryError } from './query-error.ts'

/** An entity that a name stands for, and the name of the entity by which it was found. */
export interface MatchedEntity extends EntityRef {
  readonly matched: string
  readonly as: 'key' | 'former key' | 'label' | 'alias' | 'part of a name'
}

/** How one name of a question was understood. */
export interface NameMatch {
  readonly asked: string
  readonly entities: readonly MatchedEntity[]
}

const order = { key: 0, label: 1, alias: 2, 'former key': 3, 'part of a name': 4 } as const

/**
 * The entities that a name stands for, best first: a key alone, else every label, alias and former key that
 * is the same but for case, accents and punctuation, else every name that holds all of its words. Throws a
 * QueryError with suggestions where there is none.
 */
export function matchName(source: OpenedGraph, asked: string): NameMatch {
  const { graph } = source
  if (graph.hasNode(asked)) {
    return { asked, entities: [{ ...entityRef(source, asked), matched: asked, as: 'key' }] }
  }
  const { names } = indexOf(graph)
  const folded = foldText(asked)
  const exact = folded === '' ? [] : (names.get(folded) ?? [])
  const partial =
    exact.length > 0 || folded === ''
      ? []
      : namesWithWords(graph, folded.split(' ')).flatMap((name) => name.names)
  const found = new Map<string, MatchedEntity>()
  for (const { key, kind, name } of exact.length > 0 ? exact : partial) {
    const as = exact.length > 0 ? kind : 'part of a name'
    const earlier = found.get(key)
    if (!earlier || order[as] < order[earlier.as])
      found.set(key, { ...entityRef(source, key), matched: name, as })
  }
  if (found.size === 0) {
    const meant = namesLike(graph, asked).map((name) => `"${name}"`)
    const hint =
      meant.length > 0
        ? `Did you mean ${meant.join(', ')}?`
        : 'Look for it with: redthread query OUT search WORDS'
    throw new QueryError('name-unknown', `Nothing in the graph is called "${asked}".`, hint)
  }
  const rank = (key: string): number => graph.getNodeAttribute(key, 'rank')
  const entities = [...found.values()].sort(
    (a, b) => order[a.as] - order[b.as] || rank(b.key) - rank(a.key) || (a.key < b.key ? -1 : 1),
  )
  return { asked, entities }
}

/** The best of the entities that a name stands for, with a note where there are others. */
export function matchOne(
  source: OpenedGraph,
  asked: string,
): { match: NameMatch; key: string; notes: string[] } {
  const match = matchName(source, asked)
  const [best, ...others] = match.entities
  if (others.length === 0) return { match, key: best!.key, notes: [] }
  const keys = others.slice(0, 5).map(({ key }) => key)
  const more = others.length > 5 ? ` and ${others.length - 5} more` : ''
  const note = `"${asked}" could also be ${keys.join(', ')}${more}; this is about ${best!.key}. Give a key to choose.`
  return { match: { asked, entities: [best!] }, key: best!.key, notes: [note] }
}
