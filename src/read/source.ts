/** One file to read, under the name it has relative to the input. */
export interface Source {
  /** Path relative to the input, with `/` between folders. */
  readonly id: string
  /** Where the file is; `-` for standard input. */
  readonly path: string
  /** Named by the user, not found in a folder. */
  readonly explicit: boolean
}
