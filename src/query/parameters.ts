import { modalities } from '../model/index.ts'
import type { RelationFilter } from './relation-filter.ts'

/** All that can be given to a question; which of it a question takes is in its declaration. */
export interface Given extends RelationFilter {
  readonly name?: string
  readonly from?: string
  readonly to?: string
  readonly words?: string
  readonly key?: string
  readonly document?: string
  readonly limit?: number
  readonly count?: number
  readonly maxSteps?: number
  readonly undated?: boolean
  readonly evidence?: boolean
  readonly maxEvidence?: number
}

export type ParameterName = keyof Given

/** `date` is an ISO 8601 date cut to year, month or day; `list` one or more texts, any of which will do. */
export type ParameterKind = 'text' | 'list' | 'date' | 'whole' | 'fraction' | 'flag'

/** One thing that a question takes: what the command line, HTTP and MCP make their options of. */
export interface Parameter {
  readonly name: ParameterName
  readonly kind: ParameterKind
  readonly says: string
  /** What stands for its value in a line of help. */
  readonly value: string
  /** The only values it takes. */
  readonly choices?: readonly string[]
  /** The least of a whole number. */
  readonly least?: number
  /** The most of a whole number. */
  readonly most?: number
  /** Taken where nothing is given. */
  readonly fallback?: number | boolean
}

/** Characters that a text may have: more than any name, less than what makes work. */
export const longestText = 1000

/** The filters of relations, in the order of the help. */
export const filterParameters: readonly Parameter[] = [
  {
    name: 'subject',
    kind: 'text',
    value: 'name',
    says: 'who does it, or what the relation starts from: a name or key',
  },
  { name: 'object', kind: 'text', value: 'name', says: 'to whom or what: a name or key' },
  { name: 'about', kind: 'text', value: 'name', says: 'an entity at either end: a name or key' },
  {
    name: 'relation',
    kind: 'list',
    value: 'names',
    says: 'names or labels of relations, "resigned*" for all that begin so',
  },
  { name: 'type', kind: 'list', value: 'names', says: 'entity types, at either end of a relation' },
  {
    name: 'asOf',
    kind: 'date',
    value: 'date',
    says: 'what held or happened then: 2020, 2020-03 or 2020-03-15',
  },
  { name: 'since', kind: 'date', value: 'date', says: 'from a date on' },
  { name: 'until', kind: 'date', value: 'date', says: 'up to a date' },
  { name: 'speaker', kind: 'text', value: 'name', says: 'who says it: a name or key' },
  {
    name: 'modality',
    kind: 'list',
    value: 'names',
    says: `how it is put forward: ${modalities.toReversed().join(', ')}`,
    choices: modalities,
  },
  {
    name: 'polarity',
    kind: 'text',
    value: 'sign',
    says: 'positive, or negative for what is denied or said not to be',
    choices: ['positive', 'negative'],
  },
  {
    name: 'minOrigins',
    kind: 'whole',
    value: 'number',
    least: 1,
    says: 'told by so many independent sources',
  },
  { name: 'minConfidence', kind: 'fraction', value: 'number', says: 'at least so sure, 0 to 1' },
]

/** What a question may take beside names and filters. */
export const otherParameters: {
  readonly [Name in
    | 'limit'
    | 'count'
    | 'maxSteps'
    | 'undated'
    | 'evidence'
    | 'maxEvidence'
    | 'key'
    | 'document']: Parameter
} = {
  limit: { name: 'limit', kind: 'whole', value: 'number', least: 1, says: 'at most so many' },
  count: {
    name: 'count',
    kind: 'whole',
    value: 'number',
    least: 1,
    most: 1000,
    says: 'how many paths',
    fallback: 3,
  },
  maxSteps: {
    name: 'maxSteps',
    kind: 'whole',
    value: 'number',
    least: 1,
    most: 20,
    says: 'of how many steps a path may be',
    fallback: 6,
  },
  undated: {
    name: 'undated',
    kind: 'flag',
    value: '',
    says: 'also what has no time of its own, at the date of the first document that tells it',
    fallback: false,
  },
  evidence: {
    name: 'evidence',
    kind: 'flag',
    value: '',
    says: 'give the evidence: quotes with document, date and speakers',
    fallback: true,
  },
  maxEvidence: {
    name: 'maxEvidence',
    kind: 'whole',
    value: 'number',
    least: 1,
    says: 'at most so many pieces of evidence for each relation',
  },
  key: { name: 'key', kind: 'text', value: 'key', says: 'only of the relation with this key' },
  document: { name: 'document', kind: 'text', value: 'id', says: 'only of the document with this id' },
}

/** A name that a question is about. */
export const nameParameter = (name: 'name' | 'from' | 'to', says: string): Parameter => ({
  name,
  kind: 'text',
  value: 'name',
  says,
})
