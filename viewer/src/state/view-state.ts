import { openingNodes } from '../graph/choose-drawn.ts'
import type { Filters } from '../graph/filter-graph.ts'
import type { Focus } from '../graph/focus.ts'
import type { TimeFilter } from '../graph/row-times.ts'
import type { Camera } from '../render/renderer.ts'
import type { Language } from '../text/language.ts'
import type { Opened, Selection, ThemeName, ViewName } from './selection.ts'

/** An entity drawn beyond the limit because the reader asked for it, with its best neighbours. */
export interface Added {
  readonly node: number
  readonly neighbours: number
}

/**
 * All that a reader has set: what a link shares and what Back restores. What is drawn follows from it, so
 * that it stays small. The camera stands apart, as it moves with every frame.
 */
export interface ViewState {
  readonly view: ViewName
  readonly theme: ThemeName
  readonly language: Language
  readonly filters: Filters
  /** The timeline is shown where this is set. */
  readonly time: TimeFilter | undefined
  readonly limit: number
  readonly added: readonly Added[]
  /** How many more of each community are drawn. */
  readonly groups: ReadonlyMap<number, number>
  /** Entities in focus one after the other, the last of them now; empty for the whole graph. */
  readonly trail: readonly Focus[]
  readonly selection: Selection | undefined
  readonly opened: Opened | undefined
}

/** A view with the place it was looked at from; undefined for the whole drawing. */
export interface Look extends ViewState {
  readonly camera: Camera | undefined
}

export const firstView: ViewState = {
  view: 'graph',
  theme: 'auto',
  language: 'en',
  filters: new Map(),
  time: undefined,
  limit: openingNodes,
  added: [],
  groups: new Map(),
  trail: [],
  selection: undefined,
  opened: undefined,
}
