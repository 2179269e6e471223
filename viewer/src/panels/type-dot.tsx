import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'

/** The disc in the colour of an entity's type. */
export function TypeDot({ state, node }: { state: PageState; node: number }): JSX.Element {
  const types = state.facets.list.find((facet) => facet.id === 'type')!
  return <span class={`dot type-${state.colors[types.codes.items[node]!]}`} aria-hidden="true" />
}
