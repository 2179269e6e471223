export { buildGraph, type GraphParts } from './build-graph.ts'
export { checkSerialized } from './check-serialized.ts'
export { documentFinder } from './document-finder.ts'
export { FileError } from './file-error.ts'
export { lockFolder } from './folder-lock.ts'
export { jsonDamage } from './json-damage.ts'
export { jsonLines } from './json-lines.ts'
export { claimsPath, readClaims } from './load-claims.ts'
export { decisionsName, loadDecisions } from './load-decisions.ts'
export { type DocumentHeader, readDocuments } from './load-documents.ts'
export { loadGazetteer } from './load-gazetteer.ts'
export { graphPath, importGraph, loadGraph } from './load-graph.ts'
export { readDecisionsText, readResolution } from './load-resolution.ts'
export { type OpenedGraph, openGraph } from './open-graph.ts'
export { orderedJson } from './ordered-json.ts'
export { readLines } from './read-lines.ts'
export { emptyGraph, type RedthreadGraph } from './redthread-graph.ts'
export { replaceFile, replaceFileBy } from './replace-file.ts'
export { hash32, seededRandom } from './seeded.ts'
export { serializeGraph } from './serialize-graph.ts'
export {
  clearLeftovers,
  type Leftover,
  leftovers,
  type StagedFiles,
  settleFolder,
  stageFiles,
} from './staged-files.ts'
export { takeFolder } from './take-folder.ts'
export { timeText } from './time-text.ts'
export { writeGraph } from './write-graph.ts'
