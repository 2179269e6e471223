/** What someone who writes an extractor tests it with: `import { checkExtractor } from 'redthread/testing'`. */
export { type CheckOptions, checkExtractor, type ExtractorExample } from './check-extractor.ts'
