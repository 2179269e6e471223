import type { Drafted } from '../draft.ts'
import type { ReadLimits } from '../limits.ts'

/** One file, or one member of an archive, on its way through a format's reader. */
export interface FormatInput {
  readonly bytes: Uint8Array
  /** Named in problems: the id of the file, with `!member` inside an archive. */
  readonly file: string
  readonly limits: ReadLimits
}

/** Reads the documents out of the bytes of one format; what is wrong with them comes back as problems. */
export type FormatReader = (input: FormatInput) => AsyncIterable<Drafted> | Iterable<Drafted>
