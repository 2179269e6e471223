import { hasError } from '../model/index.ts'
import { checkedBody, checkedLine } from './checked-line.ts'
import type { Drafted } from './draft.ts'
import type { Examined } from './finish-document.ts'
import { sha256 } from './sha256.ts'

/** What earlier builds read in files. The documents are the same with it and without. */
export interface ReadingCache {
  /** Stands for what reads files: the code and the libraries. */
  readonly reader: string
  /** The line that was put for a key. */
  get(key: string): Uint8Array | undefined
  /** Keeps a line, with its end, for later builds. */
  put(line: Uint8Array): void
}

/** A draft with the hash of its file and, once it has been looked at, what is seen in it. */
export interface ReadDraft extends Drafted {
  readonly hash: string
  readonly examined?: Examined
}

/** A file with more characters of text than this is read anew, since its line would be held in memory whole. */
const mostText = 4_000_000

/** The key of all that a file gives: the same where its bytes, its id and what it is read with are. */
export const readingKey = (reader: string, parts: unknown): string =>
  sha256(Buffer.from(JSON.stringify([reader, parts]))).slice(0, 32)

/** What an earlier build read, from its line; nothing where a byte of the line has changed. */
export function draftsOf(line: Uint8Array): readonly ReadDraft[] | undefined {
  const body = checkedBody(line, 'drafts')
  return body === undefined ? undefined : (JSON.parse(body) as ReadDraft[])
}

/** Collects what is read in one file; what fails, or is long, is left to be read again. */
export class ReadingNote {
  readonly #drafts: ReadDraft[] = []
  #length = 0

  add(drafted: ReadDraft): void {
    this.#length += hasError(drafted.problems) ? Number.POSITIVE_INFINITY : (drafted.draft?.text.length ?? 0)
    if (this.#length <= mostText) this.#drafts.push(drafted)
    else this.#drafts.length = 0
  }

  /** The line for a cache. */
  line(key: string): Uint8Array | undefined {
    if (this.#length > mostText) return undefined
    return checkedLine(key, 'drafts', Buffer.from(JSON.stringify(this.#drafts)))
  }
}
