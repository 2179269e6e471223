import { readDecisionsText, readResolution } from '../graph/index.ts'
import type { ResolutionRecord, Schema } from '../model/index.ts'
import { isA } from '../schema/is-a.ts'

/** Two nodes that the build kept apart though they are alike. */
export interface RefusedPair {
  readonly nodes: readonly [string, string]
  readonly because: string
  readonly score: number
}

/** How a node or an edge of a comparison differs from the earlier graph. */
export type ChangeName = 'added' | 'removed' | 'changed'

/** What the viewer's page is told beside the graph and the documents; all of it may be missing. */
export interface PageExtras {
  /** Entity types of the schema, in its order. */
  readonly types?: readonly string[]
  /** For each relation of the schema the types that its subject and its object may have, subtypes included. */
  readonly signatures?: Readonly<
    Record<string, { readonly subject: readonly string[]; readonly object: readonly string[] }>
  >
  /** Pairs that the build was unsure of, the least sure first. */
  readonly refused?: readonly RefusedPair[]
  /** The text of decisions.yaml. */
  readonly decisions?: string
  /** What changed, by key, where the graph is a comparison of two. */
  readonly changes?: {
    readonly nodes: Readonly<Record<string, ChangeName>>
    readonly edges: Readonly<Record<string, ChangeName>>
    /** In words, what changed in a thing of both graphs. */
    readonly what: Readonly<Record<string, readonly string[]>>
    /** What the earlier and the later graph are called. */
    readonly names: readonly [string, string]
  }
}

/** So many pairs that the build was unsure of are offered. */
const mostRefused = 200

/** What the page of an output folder needs to decide with. */
export function extrasOf(out: string, schema: Schema): PageExtras {
  return decidingExtras(schema, readResolution(out), readDecisionsText(out))
}

/** What the page needs to decide with: the types and signatures of a schema, and what resolution was unsure of. */
export function decidingExtras(
  schema: Schema,
  resolution: Iterable<ResolutionRecord>,
  decisions?: string,
): PageExtras {
  const types = [...schema.types.keys()]
  const subtypes = (allowed: readonly string[]): string[] =>
    types.filter((type) => isA(schema, type, allowed))
  const refused: RefusedPair[] = []
  for (const record of resolution) {
    if (!('nodes' in record)) continue
    const { nodes, because, score } = record
    refused.push({ nodes, because, score })
    // The file holds far more of them, and no more of it is read.
    if (refused.length === mostRefused) break
  }
  return {
    types,
    signatures: Object.fromEntries(
      [...schema.relations].map(([name, { subject, object }]) => [
        name,
        { subject: subtypes(subject), object: subtypes(object) },
      ]),
    ),
    refused,
    ...(decisions === undefined ? {} : { decisions }),
  }
}
