// What the exporters take of src/graph, without the files that need a disk. The build of the page puts this in place of
// src/graph/index.ts.
export { orderedJson } from '../../../src/graph/ordered-json.ts'
export { emptyGraph } from '../../../src/graph/redthread-graph.ts'
export { serializeGraph } from '../../../src/graph/serialize-graph.ts'
export { timeText } from '../../../src/graph/time-text.ts'
