import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { words } from '../graph/facets.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { TypeDot } from './type-dot.tsx'

/** A box that names one entity: typing finds, arrows choose, Enter takes. */
export function EntityPicker({
  state,
  label,
  except,
  choose,
}: {
  state: PageState
  label: string
  /** An entity that is not offered. */
  except?: number
  choose(node: number): void
}): JSX.Element {
  const id = useId()
  const query = useSignal('')
  const active = useSignal(0)
  const found =
    query.value.trim() === ''
      ? []
      : state.searchIndex
          .search(query.value)
          .filter(({ kind, number }) => kind === 'node' && number !== except)
          .map(({ number }) => number)
  const take = (node: number | undefined): void => {
    if (node === undefined) return
    query.value = ''
    choose(node)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') active.value = Math.min(found.length - 1, active.value + 1)
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1)
    else if (event.key === 'Enter') take(found[active.value])
    else if (event.key === 'Escape' && query.value !== '') query.value = ''
    else return
    event.preventDefault()
  }
  return (
    <div class="picker">
      <input
        type="text"
        role="combobox"
        placeholder={label}
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${active.value}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value
          active.value = 0
        }}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 && (
        <div id={`${id}-list`} role="listbox" aria-label={t().found} class="choices">
          {found.map((node, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the box, which keeps the focus
            <div
              key={node}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === active.value}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(node)}
            >
              <TypeDot state={state} node={node} />
              <bdi class="name">{state.index.nodes[node]!.label}</bdi>
              <span class="aside">{words(state.index.nodes[node]!.type)}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
