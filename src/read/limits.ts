/** How much of an input is read before it is refused, so that no file can stall or exhaust a build. */
export interface ReadLimits {
  /** Bytes of one file, or of one member of an archive after it is unpacked. */
  readonly fileBytes: number
  /** UTF-16 units of the text of one document. */
  readonly textLength: number
  /** Bytes of one page or part that is read into a tree: HTML, XML, JSON. */
  readonly treeBytes: number
  /** Documents taken from one container: an archive, a mailbox, a table, a feed. */
  readonly members: number
  /** Bytes that one file may unpack to, archives inside it included. */
  readonly unpackedBytes: number
  /** Archives inside archives, and letters inside letters. */
  readonly depth: number
  /** Seconds without a document after which a file in a format of libraries is given up. */
  readonly seconds: number
  /** Memory of the thread that reads such files, in MiB. */
  readonly threadMemory: number
  /** Pages of one PDF. */
  readonly pages: number
}

/** Generous for news and reports, small enough for a laptop: the longest novels have 4 million characters. */
export const defaultLimits: ReadLimits = {
  fileBytes: 256 * 1024 * 1024,
  textLength: 10_000_000,
  treeBytes: 32 * 1024 * 1024,
  members: 100_000,
  unpackedBytes: 1024 * 1024 * 1024,
  depth: 3,
  seconds: 60,
  threadMemory: 1536,
  pages: 5000,
}
