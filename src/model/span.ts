/** A half-open range of UTF-16 indices into the text of one document. */
export interface Span {
  readonly start: number
  readonly end: number
}
