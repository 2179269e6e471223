import type { Evidence } from '../model/index.ts'
import { type Column, jsonCell, restColumn } from './columns.ts'

const flatColumns: readonly Column<Evidence>[] = [
  { name: 'document', type: 'string', value: (row) => row.document },
  { name: 'start', type: 'integer', value: (row) => row.start },
  { name: 'end', type: 'integer', value: (row) => row.end },
  { name: 'quote', type: 'string', value: (row) => row.quote },
  { name: 'claim', type: 'string', value: (row) => row.claim },
  { name: 'subjectStart', type: 'integer', value: (row) => row.subject.start },
  { name: 'subjectEnd', type: 'integer', value: (row) => row.subject.end },
  { name: 'relationStart', type: 'integer', value: (row) => row.relation.start },
  { name: 'relationEnd', type: 'integer', value: (row) => row.relation.end },
  { name: 'objectStart', type: 'integer', value: (row) => row.object.start },
  { name: 'objectEnd', type: 'integer', value: (row) => row.object.end },
  { name: 'extractor', type: 'string', value: (row) => row.extractor },
  { name: 'rule', type: 'string', value: (row) => row.rule },
  { name: 'confidence', type: 'double', value: (row) => row.confidence },
  { name: 'modality', type: 'string', value: (row) => row.modality },
  { name: 'speakers', type: 'json', value: (row) => jsonCell(row.speakers) },
  { name: 'times', type: 'json', value: (row) => jsonCell(row.times) },
  { name: 'qualifiers', type: 'json', value: (row) => jsonCell(row.qualifiers) },
  { name: 'copyOf', type: 'string', value: (row) => row.copyOf },
  { name: 'implied', type: 'string', value: (row) => row.implied },
]

/** The three spans of evidence, each of which is two columns. */
export const evidenceSpans = ['subject', 'relation', 'object'] as const

/** The flat attributes of a row of evidence: `subject`, `relation` and `object` as a start and an end each. */
export const evidenceColumns: readonly Column<Evidence>[] = [
  ...flatColumns,
  restColumn(new Set([...evidenceSpans, ...flatColumns.map(({ name }) => name)])),
]
