import type { DateSource, Problem, Span, Zone } from '../model/index.ts'

/** What a format's reader found: a text and what the file itself says of it, before anything is inferred. */
export interface Draft {
  /** Names the document inside its file, with `/` between folders; absent when the file is one document. */
  readonly member?: string
  readonly format: string
  readonly text: string
  /** SHA-256 of the member's bytes; absent when the file is one document. */
  readonly hash?: string
  readonly title?: string
  readonly date?: string
  readonly dateFrom?: DateSource
  /** When the file was made, as an office program or a printer notes it; a date in the text comes before it. */
  readonly made?: string
  readonly publisher?: string
  readonly author?: string
  readonly url?: string
  /** BCP 47 tag, when the file declares one. */
  readonly language?: string
  /** The format marks its own headings and lists of links. */
  readonly markup?: boolean
  /** Zones that the format itself marks, such as a caption in HTML; in any order. */
  readonly zones?: readonly Zone[]
  readonly pages?: readonly Span[]
}

/** One thing a format's reader gives back: a draft, a problem, or a draft with its problems. */
export interface Drafted {
  readonly draft?: Draft
  readonly problems: readonly Problem[]
}
