/** What the reader has chosen: an entity, a relation, or several relations under one heading. */
export type Selection =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'edge'; readonly edge: number }
  | { readonly kind: 'edges'; readonly edges: readonly number[]; readonly title: string }

/** A document opened in the reader, at the place of one row of evidence or at an offset. */
export interface Opened {
  readonly document: string
  readonly start: number
  /** The row of evidence that led here. */
  readonly edge?: number
  readonly row?: number
}

export type ViewName = 'graph' | 'table' | 'disputed'
export type ThemeName = 'auto' | 'light' | 'dark'
