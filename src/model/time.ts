/** How fine a time is known. */
export type Granularity = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute'

/**
 * When something holds. `at` means somewhere within start to end ("in March 2020"), `span` throughout
 * ("since 2017"), `before` and `after` one side of an event or date. Dates are ISO 8601 cut to their
 * granularity; `end` is inclusive; a missing end is open.
 */
export interface Time {
  readonly kind: 'at' | 'span' | 'before' | 'after'
  readonly start?: string
  readonly end?: string
  readonly granularity: Granularity
  /** The words as written. */
  readonly text: string
}
