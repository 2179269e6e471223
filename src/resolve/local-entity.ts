import type { MentionLink } from '../model/index.ts'
import type { ResolvableClaims, ResolvableMention } from './resolvable-claims.ts'

/** An office of which there is one at each place, as a document says that somebody holds it: "mayor of Varnholm". */
export interface PlacedOffice {
  /** Lemma of its head. */
  readonly head: string
  /** Stems of what it is an office of. */
  readonly of: readonly string[]
  /** Of the document, ISO 8601. */
  readonly date?: string
}

/** What the mentions of one document refer to, before documents are compared. */
export interface LocalEntity {
  readonly document: string
  type: string
  /** Named by a proper name somewhere in its document. */
  named: boolean
  readonly mentions: ResolvableMention[]
  /** Word lists of its names, each once. */
  readonly names: readonly string[][]
  gender?: 'feminine' | 'masculine'
  /** Offices that the document says this person holds, as stems. */
  roles: ReadonlySet<string>
  offices: readonly PlacedOffice[]
  /** Of the document, ISO 8601. */
  readonly date?: string
}

/** The entities of one document and the one that each mention refers to. */
export interface LocalResolution {
  readonly claims: ResolvableClaims
  readonly entities: readonly LocalEntity[]
  readonly entityOf: ReadonlyMap<string, LocalEntity>
  /** The links that made them. */
  readonly links: readonly MentionLink[]
}
