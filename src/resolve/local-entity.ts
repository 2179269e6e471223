import type { DocumentClaims, Mention } from '../model/index.ts'

/** What the mentions of one document refer to, before documents are compared. */
export interface LocalEntity {
  readonly document: string
  type: string
  /** Named by a proper name somewhere in its document. */
  named: boolean
  readonly mentions: Mention[]
  /** Word lists of its names, each once. */
  readonly names: string[][]
  gender?: 'feminine' | 'masculine'
  readonly titles: Set<string>
  /** Offices that the document says this person holds, as stems. */
  readonly roles: Set<string>
}

/** The entities of one document and the one that each mention refers to. */
export interface LocalResolution {
  readonly claims: DocumentClaims
  readonly entities: readonly LocalEntity[]
  readonly entityOf: ReadonlyMap<string, LocalEntity>
}
