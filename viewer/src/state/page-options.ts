import type { PageExtras } from '../../../src/export/page-extras.ts'
import type { Decisions } from '../decide/decisions.ts'
import type { Look, ViewState } from './view-state.ts'

/** Hears of every step a reader takes, so that Back can undo it. */
export interface Journal {
  /** A view is about to be left. */
  leave(look: Look): void
  /** Another view has taken its place. */
  enter(view: ViewState): void
  /** Goes one step back; false where there is none. */
  back(): boolean
}

/** What a state is made with: `journal` hears of its steps, `decisions` are the reader's. */
export interface PageOptions {
  readonly first?: ViewState
  readonly journal?: Journal
  readonly decisions?: Decisions
  readonly extras?: PageExtras
  /** Takes the places of nodes, and which of them are held, to be kept; by key. */
  readonly keep?: (places: KeptPlaces) => void
}

/** Places of nodes as they are kept from one visit to the next. */
export interface KeptPlaces {
  readonly places: readonly (readonly [key: string, x: number, y: number])[]
  readonly fixed: readonly string[]
}
