import type { OpenedGraph } from '../graph/index.ts'

/** The label of an entity; a key that is not in the graph (a filtered one) stands for itself. */
export const labelOf = ({ graph }: OpenedGraph, key: string): string =>
  graph.hasNode(key) ? graph.getNodeAttribute(key, 'label') : key
