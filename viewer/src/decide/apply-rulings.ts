import type { Decision, Signature } from '../../../src/model/decision.ts'
import type { NodeAttributes, Note, Relation, SerializedGraph } from '../../../src/model/graph.ts'
import { leadMention, placeKey } from '../../../src/model/mention-place.ts'
import { withoutRejected } from '../../../src/resolve/decisions/without-rejected.ts'
import { nameKey } from '../../../src/resolve/name-form.ts'
import { type Draft, type DraftNode, draftOf, isBefore, withKind } from './draft.ts'
import { finishDraft, type Signatures } from './finish-draft.ts'
import type { Texts } from './names.ts'
import type { Ruling } from './ruling.ts'
import { splitNode } from './split-node.ts'

/** What the decisions of the page are replayed with. */
export interface ApplyOptions {
  readonly texts: Texts
  /** Which types the relations of the schema take; without it a retype drops no relation. */
  readonly signatures?: Signatures
}

/**
 * The graph as the next build will make it with these decisions, each replayed on what those before it left.
 * Layout, rank and communities stay those of the graph at hand; what rules of the schema derive is kept where all it
 * follows from is still there.
 */
export function applyRulings(
  graph: SerializedGraph,
  rulings: readonly Ruling[],
  options: ApplyOptions,
): SerializedGraph {
  let current = graph
  for (const ruling of rulings) {
    const draft = draftOf(current)
    // what the build calls a node by itself is known of the graph at hand only
    for (const node of draft.nodes.values()) node.ownLabel = ownLabels.get(node.attributes) ?? node.ownLabel
    if (!applyTo(draft, ruling, options.texts)) continue
    current = finishDraft(draft, current, options.signatures)
  }
  return current === graph ? graph : withFormerKeys(current, graph)
}

/** Labels that nodes had before they were renamed, by their attributes. */
const ownLabels = new WeakMap<NodeAttributes, string>()

function applyTo(
  draft: Draft,
  { decision, nodes: keys, edge: edgeKey, places = [] }: Ruling,
  texts: Texts,
): boolean {
  const nodes = keys.flatMap((key) => draft.nodes.get(key) ?? [])
  const [node] = nodes
  const edge = edgeKey === undefined ? undefined : draft.edges.find(({ key }) => key === edgeKey)
  if (edgeKey !== undefined) {
    if (edge === undefined) return false
    if ('reject' in decision) draft.edges = draft.edges.filter((other) => other !== edge)
    else if ('confirm' in decision) edge.attributes = { ...edge.attributes, decision: 'confirmed' }
    else if ('note' in decision)
      edge.attributes = {
        ...edge.attributes,
        notes: [...(edge.attributes.notes ?? []), noteOf(decision.note, decision)],
      }
    return true
  }
  if (node === undefined || nodes.length < keys.length) return false
  if ('merge' in decision) mergeNodes(draft, nodes, decision.as)
  else if ('split' in decision) splitNode(draft, node, places, decision.as, texts)
  else if ('keep-apart' in decision)
    for (const one of nodes)
      one.attributes = { ...one.attributes, decisions: withKind(one.attributes, 'keep-apart') }
  else if ('rename' in decision) {
    relabel(node, decision.to)
    node.attributes.decisions = withKind(node.attributes, 'rename')
  } else if ('retype' in decision) {
    node.attributes = {
      ...node.attributes,
      type: decision.to,
      decisions: withKind(node.attributes, 'retype'),
    }
    node.given = true
  } else if ('note' in decision)
    node.attributes = {
      ...node.attributes,
      notes: [...(node.attributes.notes ?? []), noteOf(decision.note, decision)],
    }
  else rejectNode(draft, node)
  for (const one of nodes) ownLabels.set(one.attributes, one.ownLabel)
  return true
}

const noteOf = (text: string, { by, when }: Decision & Signature): Note => ({
  text,
  ...(by === undefined ? {} : { by }),
  ...(when === undefined ? {} : { when }),
})

/** Gives a node another label; the one that the build gave it stays among its other names. */
function relabel(node: DraftNode, to: string): void {
  const { attributes, ownLabel } = node
  const known = new Set(attributes.aliases.map((alias) => nameKey([alias])))
  const aliases = known.has(nameKey([ownLabel])) ? attributes.aliases : [...attributes.aliases, ownLabel]
  node.attributes = { ...attributes, label: to, aliases: aliases.filter((alias) => alias !== to).sort() }
  node.given = true
}

/** Makes one node of several: type and label of the first, the mentions and other names of all. */
function mergeNodes(draft: Draft, nodes: readonly DraftNode[], as: string | undefined): void {
  const [first, ...others] = nodes as [DraftNode, ...DraftNode[]]
  const all = nodes.map(({ attributes }) => attributes)
  const label = as ?? first.attributes.label
  const aliases = new Map<string, string>()
  for (const name of all.flatMap((one) => [one.label, ...one.aliases]))
    if (!aliases.has(nameKey([name]))) aliases.set(nameKey([name]), name)
  const said = all.flatMap((one) => one.said ?? []).sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const kinds = all.flatMap(({ decisions = [] }) => decisions)
  const notes = all.flatMap((one) => one.notes ?? [])
  const time = all.find((one) => one.time !== undefined)?.time
  const count = all.find((one) => one.count !== undefined)?.count
  first.attributes = {
    ...first.attributes,
    label,
    aliases: [...aliases.values()].filter((alias) => alias !== label).sort(),
    mentions: all
      .flatMap(({ mentions }) => mentions)
      .sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : a.end - b.end)),
    decisions: withKind({ ...first.attributes, decisions: kinds }, 'merge'),
    rank: Math.max(...all.map(({ rank }) => rank)),
    size: Math.max(...all.map(({ size }) => size)),
    ...(said.length > 0 ? { said } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(time === undefined ? {} : { time }),
    ...(count === undefined ? {} : { count }),
  }
  first.given = true
  const gone = new Set(others.map(({ id }) => id))
  const stays = (id: string): string => (gone.has(id) ? first.id : id)
  for (const { id } of others) draft.nodes.delete(id)
  for (const edge of draft.edges) {
    edge.source = stays(edge.source)
    edge.target = stays(edge.target)
    edge.attributes = {
      ...edge.attributes,
      evidence: edge.attributes.evidence.map((row) => ({
        ...row,
        speakers: [...new Set(row.speakers.map(stays))],
        qualifiers: row.qualifiers.map((qualifier) =>
          qualifier.entity === undefined ? qualifier : { ...qualifier, entity: stays(qualifier.entity) },
        ),
      })),
    }
  }
}

/** Takes a node out, with its relations; its words stay where they qualify others. */
function rejectNode(draft: Draft, { id }: DraftNode): void {
  const relations = draft.edges.map(({ key, source, target, attributes }): Relation => {
    return { key, source, target, ...attributes }
  })
  draft.nodes.delete(id)
  draft.edges = withoutRejected(relations, new Set([id])).map(({ key, source, target, ...attributes }) => ({
    key,
    source,
    target,
    attributes,
  }))
}

/** Keys of the graph at hand that no node has any more, on the node that has the first of their mentions. */
function withFormerKeys(after: SerializedGraph, before: SerializedGraph): SerializedGraph {
  const keys = new Set(after.nodes.map(({ key }) => key))
  const owner = new Map<string, string>()
  for (const { key, attributes } of after.nodes)
    for (const mention of attributes.mentions) owner.set(placeKey(mention), key)
  const former = new Map<string, Set<string>>()
  for (const { key, attributes } of before.nodes) {
    const first = leadMention(attributes.mentions)
    const now = first && owner.get(placeKey(first))
    if (now === undefined) continue
    const own = attributes.decisions === undefined ? [key] : []
    for (const one of [...own, ...(attributes.formerKeys ?? [])])
      if (!keys.has(one)) former.set(now, (former.get(now) ?? new Set()).add(one))
  }
  return {
    ...after,
    nodes: after.nodes.map(({ key, attributes }) => {
      const { formerKeys: _, ...rest } = attributes
      const list = former.get(key)
      return { key, attributes: list ? { ...rest, formerKeys: [...list].sort() } : rest }
    }),
  }
}
