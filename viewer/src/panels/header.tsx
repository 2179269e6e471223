import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import type { ThemeName, ViewName } from '../state/selection.ts'
import { SearchBox } from './search-box.tsx'

const views: readonly [ViewName, string][] = [
  ['graph', 'Graph'],
  ['table', 'Table'],
  ['disputed', 'Disputed'],
]
const nextTheme: Record<ThemeName, ThemeName> = { auto: 'light', light: 'dark', dark: 'auto' }
const themeSign: Record<ThemeName, string> = { auto: '◐', light: '○', dark: '●' }

/** The bar at the top: name, search, the three views, light or dark. */
export function Header({ state }: { state: PageState }): JSX.Element {
  const theme = state.theme.value
  return (
    <header class="header">
      <span class="brand">
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M3 17c5 0 4-10 9-10s4 10 9 10" fill="none" stroke="currentColor" stroke-width="2.4" />
          <circle cx="3.4" cy="17" r="2.4" fill="currentColor" />
          <circle cx="20.6" cy="17" r="2.4" fill="currentColor" />
        </svg>
        Redthread
      </span>
      <SearchBox state={state} />
      <nav class="views" aria-label="View">
        {views.map(([name, label]) => (
          <button
            type="button"
            key={name}
            aria-pressed={state.view.value === name}
            onClick={() => {
              state.view.value = name
              state.opened.value = undefined
            }}
          >
            {label}
          </button>
        ))}
      </nav>
      <button
        type="button"
        class="icon"
        title={`Colours: ${theme}`}
        aria-label={`Colours: ${theme}. Change to ${nextTheme[theme]}`}
        onClick={() => {
          state.theme.value = nextTheme[theme]
        }}
      >
        {themeSign[theme]}
      </button>
    </header>
  )
}
