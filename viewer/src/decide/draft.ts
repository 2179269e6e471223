import type { DecisionKind } from '../../../src/model/decision.ts'
import { decisionKinds } from '../../../src/model/decision.ts'
import type { EdgeAttributes, NodeAttributes, Place, SerializedGraph } from '../../../src/model/graph.ts'
import { hashText } from '../../../src/model/hash-text.ts'
import { slug } from '../../../src/resolve/name-form.ts'

/** An entity while decisions are replayed. `id` stays the same whatever becomes of its label and type. */
export interface DraftNode {
  readonly id: string
  attributes: NodeAttributes
  /** The label that the build would give without a rename. */
  ownLabel: string
  /** Whether a person has given its label or type: it is then the last to be asked for a key. */
  given: boolean
}

/** A relation while decisions are replayed; its ends are ids. */
export interface DraftEdge {
  readonly key: string
  source: string
  target: string
  attributes: EdgeAttributes
}

/** A graph while decisions are replayed. */
export interface Draft {
  readonly nodes: Map<string, DraftNode>
  edges: DraftEdge[]
}

export function draftOf({ nodes, edges }: SerializedGraph): Draft {
  return {
    nodes: new Map(
      nodes.map(({ key, attributes }) => [
        key,
        {
          id: key,
          attributes,
          ownLabel: attributes.label,
          given: isGiven(attributes),
        },
      ]),
    ),
    edges: edges.map((edge) => ({ ...edge })),
  }
}

/** The kinds of decisions on a node with one more, in the order of the list of all kinds. */
export function withKind({ decisions = [] }: NodeAttributes, kind: DecisionKind): string[] {
  const kinds = new Set([...decisions, kind])
  return decisionKinds.filter((known) => kinds.has(known))
}

/**
 * The key of every node, by id. Nodes of types and labels that nobody touched keep theirs; elsewhere keys are given as
 * the build gives them: of nodes with the same type and label the named one with the earliest mention takes it plain,
 * one whose label or type was given comes last; the others take a hash of their earliest mention. Where nobody had
 * the plain key it belongs to something that is not shown.
 */
export function keysOf(nodes: readonly DraftNode[], before: SerializedGraph): Map<string, string> {
  const earlier = new Map(before.nodes.map(({ key, attributes }) => [key, attributes]))
  const touched = new Set<string>()
  const present = new Set(nodes.map(({ id }) => id))
  for (const [key, attributes] of earlier) if (!present.has(key)) touched.add(baseOf(attributes))
  for (const { id, attributes, given } of nodes) {
    const known = earlier.get(id)
    const bases = [baseOf(attributes), ...(known === undefined ? [] : [baseOf(known)])]
    if (known === undefined || bases[0] !== bases[1] || given !== isGiven(known))
      for (const base of bases) touched.add(base)
  }
  const keys = new Map<string, string>()
  const contested = new Map<string, DraftNode[]>()
  for (const node of nodes) {
    const base = baseOf(node.attributes)
    if (!touched.has(base)) keys.set(node.id, node.id)
    else contested.set(base, [...(contested.get(base) ?? []), node])
  }
  const hidden = (base: string): boolean =>
    !earlier.has(base) &&
    before.nodes.some(({ key, attributes }) => key !== base && baseOf(attributes) === base)
  for (const [base, list] of contested) {
    const free = hidden(base) ? -1 : 0
    inOrderOfKeys(list).forEach(({ node, first }, place) => {
      const hash = first && hashText(`${first.document}\t${first.start}\t${first.end}`).slice(-8)
      keys.set(node.id, place === free ? base : `${base}-${hash}`)
    })
  }
  return keys
}

/** Whether a person has given the label or the type of a node. */
const isGiven = ({ decisions = [] }: NodeAttributes): boolean =>
  decisions.some((kind) => /^(merge|rename|retype)$/.test(kind))

function inOrderOfKeys(nodes: readonly DraftNode[]): { node: DraftNode; first: Place | undefined }[] {
  const ordered = nodes.map((node) => {
    const { mentions } = node.attributes
    const first = mentions.length === 0 ? undefined : mentions.reduce((a, b) => (isBefore(b, a) ? b : a))
    return { node, first, named: mentions.some(({ kind }) => kind === 'named') }
  })
  return ordered.sort(
    (a, b) =>
      Number(a.node.given) - Number(b.node.given) ||
      Number(b.named) - Number(a.named) ||
      (a.first !== undefined && b.first !== undefined && isBefore(a.first, b.first) ? -1 : 1),
  )
}

function baseOf({ label, type, mentions, time }: NodeAttributes): string {
  const isValue = mentions.length > 0 && mentions.every(({ kind }) => kind === 'value')
  const day = time?.kind === 'at' && time.start === time.end ? time.start : undefined
  return `${isValue ? 'value' : slug(type)}/${isValue && day ? day : slug(label)}`
}

/** Whether a place comes before another: by document, then by start. */
export function isBefore(
  a: { document: string; start: number },
  b: { document: string; start: number },
): boolean {
  return a.document < b.document || (a.document === b.document && a.start < b.start)
}
