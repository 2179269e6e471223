import type { Span } from './span.ts'

/** Kinds of text that are not running story. Claims are read from `title` and `caption` only. */
export type ZoneKind =
  | 'title'
  | 'crosshead'
  | 'caption'
  | 'credit'
  | 'pull-quote'
  | 'teaser'
  | 'link-list'
  | 'comment-rules'
  | 'donation-plea'
  | 'cookie-text'
  | 'date-line'
  | 'boilerplate'

/** A span of a document that is not running story, with the rule that found it. */
export interface Zone extends Span {
  readonly kind: ZoneKind
  readonly rule: string
}

/** Where a document's date was taken from. */
export type DateSource = 'metadata' | 'front-matter' | 'date-line' | 'text' | 'file'

/** One text with what is known of where it comes from. Offsets everywhere are indices into `text`. */
export interface Document {
  /** The path relative to the input, with `/` between folders; `archive.zip!member` inside an archive. */
  readonly id: string
  readonly source: string
  /** SHA-256 of the bytes as read, in hexadecimal. */
  readonly hash: string
  readonly format: string
  readonly title?: string
  /** ISO 8601 date, cut to what is known: `2022-02-10`. */
  readonly date?: string
  readonly dateFrom?: DateSource
  readonly publisher?: string
  readonly author?: string
  readonly url?: string
  /** BCP 47 tag, `en` for all that is read further. */
  readonly language: string
  readonly text: string
  /** In order of `start`, not overlapping. */
  readonly zones: readonly Zone[]
  /** Where each page of a paged format begins and ends in `text`. */
  readonly pages?: readonly Span[]
}
