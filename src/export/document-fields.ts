import type { DocumentHeader } from '../graph/index.ts'

/** What is known of a document, in the order of the columns of tables. */
export const documentFields: readonly (keyof DocumentHeader)[] = [
  'id',
  'source',
  'hash',
  'format',
  'title',
  'date',
  'dateFrom',
  'publisher',
  'author',
  'url',
  'language',
]
