import { keyOfGexfId } from '../export/gexf-id.ts'
import type { ImportFile, LooseEdge, LooseGraph, LooseNode } from './loose-graph.ts'
import { parseJson } from './parse-json.ts'
import { parseXml } from './parse-xml.ts'

type Attributes = Readonly<Record<string, string>>

/** A node or an edge, and what is known of it. */
interface Item {
  readonly what: 'node' | 'edge'
  readonly values: Record<string, unknown>
}

/** Two hexadecimal digits of a part of a colour. */
const hex = (value: string | undefined): string =>
  (Number.parseInt(value ?? '0', 10) & 255).toString(16).padStart(2, '0')

/** GEXF of any version: nodes, also those inside nodes, edges, their attributes, places, sizes and colours. */
export function readGexf({ path, text }: ImportFile): LooseGraph {
  const nodes: LooseNode[] = []
  const edges: LooseEdge[] = []
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() }
  let declaring: 'node' | 'edge' = 'node'
  /** What is read, last, and the nodes that it stands in. */
  const items: Item[] = []
  let undirected = false
  let defaultType = 'undirected'
  let attributes: Record<string, unknown> = {}

  const begin = (what: Item['what'], given: Readonly<Record<string, string | undefined>>): Item['values'] => {
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    items.push({ what, values })
    return values
  }
  const give = (values: Item['values']): void => {
    Object.assign(items.at(-1)?.values ?? {}, values)
  }
  const open: Readonly<Record<string, (given: Attributes) => void>> = {
    graph: (given) => {
      defaultType = given.defaultedgetype ?? 'undirected'
    },
    attributes: (given) => {
      declaring = given.class === 'edge' ? 'edge' : 'node'
    },
    attribute: ({ id = '', title = id }) => {
      titles[declaring].set(id, title)
    },
    node: ({ id = '', label }) => {
      nodes.push({ key: keyOfGexfId(id), values: begin('node', { label }) })
    },
    edge: ({ id, source = '', target = '', type = defaultType, label, kind, weight }) => {
      if (type !== 'directed') undirected = true
      edges.push({
        ...(id === undefined ? {} : { key: keyOfGexfId(id) }),
        source: keyOfGexfId(source),
        target: keyOfGexfId(target),
        values: begin('edge', { label, kind, weight }),
      })
    },
    attvalue: ({ for: id = '', id: old, value = '' }) => {
      const item = items.at(-1)
      if (item) give({ [titles[item.what].get(id || (old ?? '')) ?? id]: value })
    },
    color: ({ r, g, b }) => {
      give({ color: `#${hex(r)}${hex(g)}${hex(b)}` })
    },
    position: ({ x, y }) => {
      give({ x, y })
    },
    size: ({ value }) => {
      give({ size: value })
    },
  }
  parseXml(path, text, {
    open: (name, given) => {
      if (Object.hasOwn(open, name)) open[name]!(given)
    },
    close: (name, content) => {
      if (name === 'node' || name === 'edge') items.pop()
      else if (name === 'description' && content.startsWith('{"format":"redthread-graph"'))
        attributes = parseJson(path, 'the description of the graph', content) as Record<string, unknown>
    },
  })
  return { attributes, nodes, edges, documents: [], undirected }
}
