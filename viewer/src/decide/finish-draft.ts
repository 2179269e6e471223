import type { EdgeAttributes, SerializedGraph } from '../../../src/model/graph.ts'
import { type Draft, type DraftEdge, type DraftNode, keysOf } from './draft.ts'
import { withRows } from './rows.ts'

/** Which types the subject and object of each relation of the schema may have, their own subtypes included. */
export type Signatures = Readonly<
  Record<string, { readonly subject: readonly string[]; readonly object: readonly string[] }>
>

/** The graph of a draft: keys given anew, relations that became the same put together, counts made to fit. */
export function finishDraft(draft: Draft, before: SerializedGraph, signatures?: Signatures): SerializedGraph {
  const typeOf = (id: string): string => draft.nodes.get(id)!.attributes.type
  const fits = ({ source, target, attributes }: DraftEdge): boolean => {
    const signature = attributes.open ? undefined : signatures?.[attributes.relation]
    if (signature === undefined) return true
    const allows = (types: readonly string[], type: string): boolean =>
      type === 'Thing' || types.includes(type)
    return allows(signature.subject, typeOf(source)) && allows(signature.object, typeOf(target))
  }
  const sound = draft.edges.filter(
    (edge) =>
      edge.source !== edge.target &&
      draft.nodes.has(edge.source) &&
      draft.nodes.has(edge.target) &&
      (edge.attributes.derived === true || fits(edge)),
  )
  const kept = shownNodes(draft, sound)
  const keys = keysOf(kept, before)
  const keyOf = (id: string): string => keys.get(id) ?? id
  const newKeys = new Map<string, string>()
  const edges = new Map<string, SerializedGraph['edges'][number]>()
  for (const edge of sound.filter(({ attributes }) => attributes.derived !== true)) {
    const [source, target] = [keyOf(edge.source), keyOf(edge.target)]
    const key = [source, edge.attributes.relation, target, edge.attributes.polarity].join('|')
    if (!newKeys.has(edge.key)) newKeys.set(edge.key, key)
    const attributes = rekeyed(edge.attributes, keyOf)
    const same = edges.get(key)
    edges.set(key, {
      key,
      source,
      target,
      attributes: same === undefined ? attributes : together(same.attributes, attributes),
    })
  }
  for (const edge of sound.filter(({ attributes }) => attributes.derived === true)) {
    const [source, target] = [keyOf(edge.source), keyOf(edge.target)]
    const key = [source, edge.attributes.relation, target, edge.attributes.polarity].join('|')
    const { derivation } = edge.attributes
    const paths = derivation?.paths.flatMap((path) => {
      const now = path.map((step) => newKeys.get(step))
      return now.every((step) => step !== undefined) ? [now] : []
    })
    if (edges.has(key) || paths?.length === 0) continue
    newKeys.set(edge.key, key)
    edges.set(key, {
      key,
      source,
      target,
      attributes: {
        ...rekeyed(edge.attributes, keyOf),
        ...(derivation && paths ? { derivation: { ...derivation, paths } } : {}),
      },
    })
  }
  for (const edge of edges.values()) edge.attributes = supersededNow(edge.attributes, newKeys)
  const nodes = kept.map(({ id, attributes }) => ({ key: keyOf(id), attributes }))
  const rows = [...edges.values()].filter(({ attributes }) => attributes.derived !== true)
  const derived = edges.size - rows.length
  const { attributes } = before
  return {
    ...before,
    attributes: {
      ...attributes,
      counts: {
        ...attributes.counts,
        entities: nodes.length,
        relations: edges.size,
        ...(attributes.counts.derived === undefined ? {} : { derived }),
        evidence: rows.reduce((sum, edge) => sum + edge.attributes.evidence.length, 0),
      },
      contradictions: attributes.contradictions.flatMap((one) => {
        const now = one.edges.map((key) => newKeys.get(key))
        return now.every((key) => key !== undefined) ? [{ ...one, edges: now }] : []
      }),
    },
    nodes: nodes.sort(byKey),
    edges: [...edges.values()].sort(byKey),
  }
}

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1)

/** The nodes that a relation or a quotation uses, and all that are named. */
function shownNodes(draft: Draft, edges: readonly DraftEdge[]): DraftNode[] {
  const used = new Set<string>()
  for (const { source, target, attributes } of edges) {
    used.add(source).add(target)
    for (const { speakers, qualifiers } of attributes.evidence) {
      for (const speaker of speakers) used.add(speaker)
      for (const { entity } of qualifiers) if (entity) used.add(entity)
    }
  }
  return [...draft.nodes.values()].filter(
    ({ id, attributes }) =>
      used.has(id) ||
      attributes.said !== undefined ||
      attributes.mentions.some(({ kind }) => kind === 'named'),
  )
}

function rekeyed(attributes: EdgeAttributes, keyOf: (id: string) => string): EdgeAttributes {
  return {
    ...attributes,
    evidence: attributes.evidence.map((row) => ({
      ...row,
      speakers: row.speakers.map(keyOf),
      qualifiers: row.qualifiers.map((qualifier) =>
        qualifier.entity === undefined ? qualifier : { ...qualifier, entity: keyOf(qualifier.entity) },
      ),
    })),
  }
}

/** A relation that another took the place of, with the key that the other has now. */
function supersededNow(
  { supersededBy, ...attributes }: EdgeAttributes,
  newKeys: ReadonlyMap<string, string>,
): EdgeAttributes {
  const now = supersededBy === undefined ? undefined : newKeys.get(supersededBy)
  return now === undefined ? attributes : { ...attributes, supersededBy: now }
}

/** One relation of two that have become the same. */
function together(a: EdgeAttributes, b: EdgeAttributes): EdgeAttributes {
  const notes = [...(a.notes ?? []), ...(b.notes ?? [])]
  return {
    ...withRows(a, [...a.evidence, ...b.evidence]),
    open: a.open && b.open,
    ...(notes.length > 0 ? { notes } : {}),
    ...((a.decision ?? b.decision) === undefined ? {} : { decision: (a.decision ?? b.decision)! }),
  }
}
