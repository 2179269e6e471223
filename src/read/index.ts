export { detectLanguage } from './detect-language.ts'
export { defaultLimits, type ReadLimits } from './limits.ts'
export { type ReadOptions, type ReadResult, readDocuments } from './read-documents.ts'
export { type FoundZones, findZones, type ZoneHints } from './zones/find-zones.ts'
