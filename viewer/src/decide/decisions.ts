import type { ReadonlySignal } from '@preact/signals'
import type { Ruling } from './ruling.ts'

/** What became of saving: written by the server, given to the reader as a file, or why not. */
export type Saved =
  | { readonly kind: 'written' | 'downloaded' }
  | { readonly kind: 'failed'; readonly why: string }

/** The decisions made in the page and what can be done with them. */
export interface Decisions {
  /** In the order in which they were made; all of them show in the drawing. */
  readonly made: ReadonlySignal<readonly Ruling[]>
  /** How many of them, from the first on, are saved. */
  readonly saved: ReadonlySignal<number>
  readonly undone: ReadonlySignal<readonly Ruling[]>
  /** Whether a local server writes them; else they are saved as a file. */
  readonly served: boolean
  add(ruling: Ruling): void
  /** Takes back the last one that is not saved. */
  undo(): void
  redo(): void
  /** Saves those that are not, signed with a name, which may be empty, and the day. */
  save(by: string): Promise<Saved>
}
