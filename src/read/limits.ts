/** How much of an input is read before it is refused, so that no file can stall or exhaust a build. */
export interface ReadLimits {
  /** Bytes of one file, or of one member of an archive after it is unpacked. */
  readonly fileBytes: number
  /** UTF-16 units of the text of one document. */
  readonly textLength: number
  /** Documents taken from one container: an archive, a mailbox, a table, a feed. */
  readonly members: number
  /** Bytes that all members of one archive may unpack to, those of archives inside it included. */
  readonly unpackedBytes: number
  /** Archives inside archives. */
  readonly depth: number
}

/** Generous for news and reports, small enough for a laptop: the longest novels have 4 million characters. */
export const defaultLimits: ReadLimits = {
  fileBytes: 256 * 1024 * 1024,
  textLength: 10_000_000,
  members: 100_000,
  unpackedBytes: 1024 * 1024 * 1024,
  depth: 3,
}
