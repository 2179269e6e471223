import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { words } from '../graph/facets.ts'
import type { Found } from '../search/search-index.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { TypeDot } from './type-dot.tsx'

/** Finds entities, relations and quotes; arrow keys choose, Enter opens, Escape leaves. */
export function SearchBox({ state }: { state: PageState }): JSX.Element {
  const query = useSignal('')
  const found = useSignal<readonly Found[]>([])
  const active = useSignal(0)
  const open = useSignal(false)

  const ask = (text: string): void => {
    query.value = text
    found.value = state.searchIndex.search(text)
    active.value = 0
    open.value = text.trim() !== ''
    if (open.value) state.announcement.value = t().results(found.value.length)
  }
  const choose = (result: Found | undefined): void => {
    if (result === undefined) return
    open.value = false
    if (result.kind === 'node') state.select({ kind: 'node', node: result.number })
    else state.select({ kind: 'edge', edge: result.number })
    document.getElementById('details')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = found.value.length - 1
    if (event.key === 'ArrowDown') active.value = Math.min(last, active.value + 1)
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1)
    else if (event.key === 'Enter') choose(found.value[active.value])
    else if (event.key === 'Escape' && open.value) open.value = false
    else return
    event.preventDefault()
    document.getElementById(`found-${active.value}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <search class="search">
      <input
        id="search"
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: an input without a list is no combobox by itself
        role="combobox"
        placeholder={t().searchHint}
        aria-label={t().searchHint}
        aria-expanded={open.value}
        aria-controls="found"
        aria-autocomplete="list"
        list={undefined}
        aria-activedescendant={open.value && found.value.length > 0 ? `found-${active.value}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => ask(event.currentTarget.value)}
        onFocus={() => {
          open.value = query.value.trim() !== ''
        }}
        onBlur={() => {
          open.value = false
        }}
        onKeyDown={onKeyDown}
      />
      <span class="hint" aria-hidden="true">
        /
      </span>
      {open.value && (
        <div id="found" role="listbox" aria-label={t().found} class="found">
          {found.value.length === 0 && <div class="nothing">{t().nothingFound(query.value)}</div>}
          {found.value.map((result, place) => (
            <>
              {found.value[place - 1]?.kind !== result.kind && (
                <div class="heading" role="presentation">
                  {t().foundKind[result.kind]}
                </div>
              )}
              {/* the keys are heard by the box, which keeps the focus */}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
              <div
                key={`${result.kind} ${result.number} ${result.row}`}
                id={`found-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === active.value}
                // the box must keep the focus until the click is done
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(result)}
                onMouseEnter={() => {
                  active.value = place
                }}
              >
                <FoundLine state={state} result={result} />
              </div>
            </>
          ))}
        </div>
      )}
    </search>
  )
}

function FoundLine({ state, result }: { state: PageState; result: Found }): JSX.Element {
  const { index } = state
  if (result.kind === 'node') {
    const { label, type } = index.nodes[result.number]!
    return (
      <>
        <TypeDot state={state} node={result.number} />
        <bdi class="name">{label}</bdi>
        <span class="aside">{words(type)}</span>
      </>
    )
  }
  const edge = index.edges[result.number]!
  const line = (
    <>
      <bdi>{index.nodes[index.source[result.number]!]!.label}</bdi> <i>{edge.label}</i>{' '}
      <bdi>{index.nodes[index.target[result.number]!]!.label}</bdi>
    </>
  )
  if (result.kind === 'edge') return <span class="name">{line}</span>
  return (
    <span class="name">
      <q>{edge.evidence[result.row]!.quote.trim()}</q>
      <span class="aside">{line}</span>
    </span>
  )
}
