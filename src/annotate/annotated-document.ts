import type {
  Annotation,
  Document,
  Mention,
  NameSpan,
  Quotation,
  Sentence,
  TimeMention,
} from '../model/index.ts'
import type { Tree } from './tree.ts'

/** A quotation with the tokens it covers (half-open) and the head token of its speaker. */
export interface QuotedSpan extends Quotation {
  readonly firstToken: number
  readonly endToken: number
  readonly speakerToken?: number
}

/** A mention with the index of its head token, and for a role with a modifier the tokens that carry its name. */
export interface TokenMention extends Mention {
  readonly token: number
  readonly firstToken: number
  readonly endToken: number
}

/** All layers of one document: what extractors read. */
export interface AnnotatedDocument {
  readonly document: Document
  readonly annotation: Annotation
  readonly sentences: readonly Sentence[]
  readonly names: readonly NameSpan[]
  readonly tree: Tree
  /** In text order. */
  readonly mentions: readonly TokenMention[]
  readonly times: readonly TimeMention[]
  readonly quotations: readonly QuotedSpan[]
  /** The mention that a token heads or, for a name, belongs to. */
  mentionAt(token: number): TokenMention | undefined
  /** The same, and for an office the person named as its holder there: "the captain, Anton Vale". */
  referentAt(token: number): TokenMention | undefined
  /** The quotation around a token. */
  quotationAt(token: number): QuotedSpan | undefined
}
