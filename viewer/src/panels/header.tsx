import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import type { ThemeName, ViewName } from '../state/selection.ts'
import { t } from '../text/language.ts'
import { SearchBox } from './search-box.tsx'

const nextTheme: Record<ThemeName, ThemeName> = { auto: 'light', light: 'dark', dark: 'auto' }
const themeSign: Record<ThemeName, string> = { auto: '◐', light: '○', dark: '●' }

/** The bar at the top: name, search, the views, language, light or dark. */
export function Header({ state }: { state: PageState }): JSX.Element {
  const { theme, view, language } = state.current.value
  const views: readonly ViewName[] = [
    'graph',
    'table',
    'disputed',
    ...(state.extras.changes === undefined ? [] : (['changes'] as const)),
    ...(state.decisions === undefined ? [] : (['decisions'] as const)),
  ]
  const waiting = (state.decisions?.made.value.length ?? 0) - (state.decisions?.saved.value ?? 0)
  const colours = t().coloursChange(t().themeIs[theme]!, t().themeIs[nextTheme[theme]]!)
  return (
    <header class="header">
      <span class="brand">
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M3 17c5 0 4-10 9-10s4 10 9 10" fill="none" stroke="currentColor" stroke-width="2.4" />
          <circle cx="3.4" cy="17" r="2.4" fill="currentColor" />
          <circle cx="20.6" cy="17" r="2.4" fill="currentColor" />
        </svg>
        <span class="brand-name">Redthread</span>
      </span>
      <SearchBox state={state} />
      <nav class="views switch" aria-label={t().viewNav}>
        {views.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={view === name}
            onClick={() => state.go({ view: name, opened: undefined })}
          >
            {t().viewName[name]}
            {name === 'decisions' && waiting > 0 && (
              <span class="badge" title={t().waiting(waiting)}>
                {waiting}
              </span>
            )}
          </button>
        ))}
      </nav>
      <button
        type="button"
        class="icon language"
        lang={language === 'en' ? 'fr' : 'en'}
        aria-label={t().languageChange}
        title={t().languageChange}
        onClick={() => state.set({ language: language === 'en' ? 'fr' : 'en' })}
      >
        {language === 'en' ? 'FR' : 'EN'}
      </button>
      <button
        type="button"
        class="icon"
        title={colours}
        aria-label={colours}
        onClick={() => state.set({ theme: nextTheme[theme] })}
      >
        {themeSign[theme]}
      </button>
    </header>
  )
}
