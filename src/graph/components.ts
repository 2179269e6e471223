import type { Projection } from './projection.ts'

/** The connected components, each in the order of the graph; larger ones first, equal ones by their first key. */
export function findComponents(graph: Projection): string[][] {
  const seen = new Set<string>()
  const components: string[][] = []
  for (const start of graph.nodes()) {
    if (seen.has(start)) continue
    const component = [start]
    seen.add(start)
    for (let at = 0; at < component.length; at++)
      for (const next of graph.neighbors(component[at]!)) {
        if (seen.has(next)) continue
        seen.add(next)
        component.push(next)
      }
    components.push(component.sort())
  }
  return components.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
}
