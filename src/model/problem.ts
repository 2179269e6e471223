export type Severity = 'error' | 'warning' | 'info'

/** Every kind of problem; docs/errors.md explains each. */
export type ProblemCode =
  | 'path-missing'
  | 'folder-empty'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-binary'
  | 'file-too-large'
  | 'file-protected'
  | 'file-slow'
  | 'archive-name'
  | 'archive-nested'
  | 'record-invalid'
  | 'encoding-invalid'
  | 'format-unknown'
  | 'format-broken'
  | 'front-matter-invalid'
  | 'language-unsupported'
  | 'schema-syntax'
  | 'schema-unknown-key'
  | 'schema-unknown-type'
  | 'schema-invalid-value'
  | 'schema-duplicate'
  | 'schema-changed'
  | 'extractor-invalid'
  | 'extractor-failed'
  | 'extraction-failed'
  | 'check-failed'
  | 'decision-invalid'
  | 'decision-unused'
  | 'decision-ambiguous'
  | 'decision-conflict'
  | 'gazetteer-invalid'
  | 'gazetteer-ambiguous'
  | 'rule-limit'
  | 'relation-signature'
  | 'duplicate-document'
  | 'graph-missing'
  | 'graph-invalid'
  | 'graph-version'
  | 'documents-invalid'
  | 'claims-invalid'
  | 'resolution-invalid'
  | 'import-invalid'
  | 'sparql-invalid'
  | 'write-failed'
  | 'folder-busy'
  | 'name-unknown'
  | 'value-unknown'
  | 'usage'

/** Something wrong with an input. Data, not an exception. */
export interface Problem {
  readonly severity: Severity
  readonly code: ProblemCode
  /** Names the thing, says what was expected. */
  readonly message: string
  /** How to mend it. */
  readonly hint?: string
  /** Path relative to the input, or as the user gave it. */
  readonly file?: string
  /** 1-based. */
  readonly line?: number
  /** 1-based. */
  readonly column?: number
}

/** Whether one of these problems is an error. */
export const hasError = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error')
