import { buildGraph, type RedthreadGraph } from '../graph/index.ts'
import { type Entity, type Modality, modalities, type Relation, type Schema } from '../model/index.ts'
import { importFault } from './import-fault.ts'
import type { LooseGraph, LooseValues } from './loose-graph.ts'

/** What other programs call the label and the type of a node, and the relation of an edge. */
const labels = ['label', 'name', 'title']
const types = ['type', 'class', 'category', 'kind']
const relations = ['relation', 'label', 'name', 'kind', 'type', 'relationship', 'predicate']
/** What is used beside them, or tells nothing: the rest is named as left out. */
const others = ['id', 'key', 'polarity', 'modality', 'confidence']

/** The first of these values that is there, whatever the case of its name. */
function pick(values: LooseValues, names: readonly string[]): string | undefined {
  const byName = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]))
  for (const name of names) {
    const value = byName.get(name)
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return String(value)
  }
  return undefined
}

/** A label as the name of a relation: `Works for` is `works-for`. */
const relationName = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'related-to'

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/**
 * The graph of a file that another program wrote: an entity for each node, a relation for each edge. Such a
 * relation has no evidence and counts no source. Notes say what was taken as what, and what was left out. Throws a
 * FileError where an edge names a node that is not there, or a node is there twice.
 */
export function foreignGraph(
  loose: LooseGraph,
  schema: Schema,
  file: string,
): { readonly graph: RedthreadGraph; readonly notes: readonly string[] } {
  const typeNames = new Map([...schema.types.keys()].map((name) => [name.toLowerCase(), name]))
  const left = new Set<string>()
  const used = new Set([...labels, ...types, ...relations, ...others])
  const leaveOut = (values: LooseValues): void => {
    for (const name of Object.keys(values)) if (!used.has(name.toLowerCase())) left.add(name)
  }

  const entities = new Map<string, Entity>()
  for (const { key, values } of loose.nodes) {
    if (key === '') throw importFault(file, 'a node has no id', 'Give each node an id.')
    if (entities.has(key))
      throw importFault(file, `the node "${key}" is there twice`, 'Give each node an id of its own.')
    const type = pick(values, types) ?? 'Thing'
    leaveOut(values)
    entities.set(key, {
      key,
      label: pick(values, labels) ?? key,
      type: typeNames.get(type.toLowerCase()) ?? type,
      aliases: [],
      mentions: [],
    })
  }

  const found = new Map<string, Relation>()
  let joined = 0
  for (const [n, { source, target, values }] of loose.edges.entries()) {
    for (const end of [source, target])
      if (!entities.has(end))
        throw importFault(
          file,
          `edge ${n + 1} names a node that is not there: ${JSON.stringify(end)}`,
          'Add the node, or take the edge out.',
        )
    leaveOut(values)
    const label = pick(values, relations) ?? 'related to'
    const relation = relationName(label)
    const polarity = pick(values, ['polarity']) === 'negative' ? 'negative' : 'positive'
    const modality = modalities.find((name) => name === pick(values, ['modality'])) ?? 'asserted'
    const confidence = Number(pick(values, ['confidence']) ?? 1)
    const key = `${source}|${relation}|${target}|${polarity}`
    if (found.has(key)) joined++
    else
      found.set(key, {
        key,
        source,
        target,
        relation,
        label,
        polarity,
        open: !schema.relations.has(relation),
        modality,
        modalities: {} as Partial<Record<Modality, number>>,
        times: [],
        confidence: confidence >= 0 && confidence <= 1 ? confidence : 1,
        origins: 0,
        documents: 0,
        evidence: [],
      })
  }

  const graph = buildGraph({
    entities: [...entities.values()],
    relations: [...found.values()],
    types: schema.types,
    attributes: {
      format: 'redthread-graph',
      version: 1,
      schema: schema.files.map((one) => ({ ...one })),
      settings: { imported: true },
      counts: { documents: 0, entities: entities.size, relations: found.size, evidence: 0 },
      contradictions: [],
    },
  })
  const notes = [
    'The file is not one of Redthread: its relations have no evidence, and count as asserted unless it says otherwise.',
  ]
  if (loose.undirected) notes.push('Edges without a direction go from their first end to their second.')
  if (joined > 0)
    notes.push(`${plural(joined, 'edge says', 'edges say')} what another says, and was left out.`)
  if (left.size > 0)
    notes.push(`Left out, since a graph of Redthread has no such attributes: ${[...left].sort().join(', ')}.`)
  return { graph, notes }
}
