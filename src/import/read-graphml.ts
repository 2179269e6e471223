import { keyOfGraphmlId } from '../export/graphml-id.ts'
import type { ImportFile, LooseEdge, LooseGraph, LooseNode } from './loose-graph.ts'
import { parseJson } from './parse-json.ts'
import { parseXml } from './parse-xml.ts'

type Values = Record<string, unknown>

/** GraphML: nodes, edges, and the data of the keys that the file declares. */
export function readGraphml({ path, text }: ImportFile): LooseGraph {
  const found: { key: string; values: Values }[] = []
  const joined: { key?: string; source: string; target: string; values: Values }[] = []
  const names = new Map<string, string>()
  const ofGraph: Values = {}
  const open: Values[] = [ofGraph]
  let directedByDefault = true
  let undirected = false
  let data = ''

  parseXml(path, text, {
    open: (name, given) => {
      if (name === 'key') names.set(given.id ?? '', given['attr.name'] ?? given.id ?? '')
      else if (name === 'graph') directedByDefault = given.edgedefault !== 'undirected'
      else if (name === 'data') data = given.key ?? ''
      else if (name === 'node') {
        const values: Values = {}
        found.push({ key: given.id ?? '', values })
        open.push(values)
      } else if (name === 'edge') {
        const values: Values = {}
        const { id, source = '', target = '', directed } = given
        if (directed === undefined ? !directedByDefault : directed === 'false') undirected = true
        joined.push({ ...(id === undefined ? {} : { key: id }), source, target, values })
        open.push(values)
      }
    },
    close: (name, content) => {
      if (name === 'data') open.at(-1)![names.get(data) ?? data] = content
      else if (name === 'node' || name === 'edge') open.pop()
    },
  })

  const attributes =
    typeof ofGraph.attributes === 'string' ? ownAttributes(path, ofGraph.attributes) : undefined
  // Ids of a file that Redthread wrote are keys in another form; the form goes both ways without loss.
  const keyOf = (id: string): string => (attributes ? keyOfGraphmlId(id) : id)
  const nodes = found.map(({ key, values }): LooseNode => ({ key: keyOf(key), values }))
  const edges = joined.map(
    ({ key, source, target, values }): LooseEdge => ({
      ...(key === undefined ? {} : { key: keyOf(key) }),
      source: keyOf(source),
      target: keyOf(target),
      values,
    }),
  )
  return { attributes: attributes ?? {}, nodes, edges, documents: [], undirected }
}

function ownAttributes(path: string, text: string): Values | undefined {
  if (!text.startsWith('{"format":"redthread-graph"')) return undefined
  return parseJson(path, 'the attributes of the graph', text) as Values
}
