/** What the reader has chosen: an entity, a relation, several relations, or ways between two entities. */
export type Selection =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'edge'; readonly edge: number }
  | { readonly kind: 'edges'; readonly edges: readonly number[]; readonly from: 'pair' | 'passage' }
  | {
      readonly kind: 'path'
      readonly from: number
      /** Undefined while the reader has still to name the other end. */
      readonly to: number | undefined
      /** Which of the ways is brought forward. */
      readonly way: number
    }

/** A document opened in the reader, at the place of one row of evidence or at an offset. */
export interface Opened {
  readonly document: string
  readonly start: number
  /** The row of evidence that led here. */
  readonly edge?: number
  readonly row?: number
}

export const viewNames = ['graph', 'table', 'disputed', 'changes', 'decisions'] as const
export type ViewName = (typeof viewNames)[number]
export type ThemeName = 'auto' | 'light' | 'dark'
