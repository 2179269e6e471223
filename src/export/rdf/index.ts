export { describeGraph } from './describe-graph.ts'
export { quadLines } from './n-quads.ts'
export { prefixes } from './vocabulary.ts'
