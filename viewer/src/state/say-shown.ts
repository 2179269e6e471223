import { t } from '../text/language.ts'
import type { PageState } from './page-state.ts'

/** How much of the graph is shown, in words. */
export function sayShown(state: PageState): string {
  const { nodeCount, edgeCount } = state.filtered.value
  const [nodes, edges] = [state.drawn.value.length, state.drawnEdges.value.length]
  // what is chosen is drawn even where a filter hides it
  const [ofNodes, ofEdges] = [Math.max(nodes, nodeCount), Math.max(edges, edgeCount)]
  return t().shown(t().someOf(nodes, ofNodes), ofNodes, t().someOf(edges, ofEdges), ofEdges)
}
