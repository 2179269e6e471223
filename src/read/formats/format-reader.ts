import type { Drafted } from '../draft.ts'
import type { ReadLimits } from '../limits.ts'

/** One file, or one member of an archive, on its way through a format's reader. */
export interface FormatInput {
  readonly bytes: Uint8Array
  /** Named in problems: the id of the file, with `!member` inside an archive. */
  readonly file: string
  readonly limits: ReadLimits
  /** Columns or keys that hold the text of a record, as the user named them; the usual names when absent. */
  readonly textFields?: readonly string[]
  /** What is left of `unpackedBytes`, shared by all archives inside one file. */
  readonly budget: { bytes: number }
  /** Containers around this one. */
  readonly depth: number
  /** Reads a member by its own format; its drafts come back named below `member`. */
  readonly readMember: (member: string, bytes: Uint8Array) => AsyncIterable<Drafted>
}

/** Reads the documents out of the bytes of one format; what is wrong with them comes back as problems. */
export type FormatReader = (input: FormatInput) => AsyncIterable<Drafted> | Iterable<Drafted>
