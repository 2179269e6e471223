import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { DetailPanel } from './panels/detail-panel.tsx'
import { DisputedView } from './panels/disputed-view.tsx'
import { DocumentReader } from './panels/document-reader.tsx'
import { FacetPanel } from './panels/facet-panel.tsx'
import { GraphView } from './panels/graph-view.tsx'
import { Header } from './panels/header.tsx'
import { StatusBar } from './panels/status-bar.tsx'
import { TableView } from './panels/table-view.tsx'
import type { PageState } from './state/page-state.ts'

/** The whole page: filters, the drawing or a table, and what is known of the chosen thing. */
export function App({ state }: { state: PageState }): JSX.Element {
  useEffect(() => listenToKeys(state), [state])
  useEffect(() => readQuotesLater(state), [state])
  const theme = state.theme.value
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  const view = state.view.value
  return (
    <div class="page">
      <a class="skip" href="#details">
        Skip to what is known of the chosen thing
      </a>
      <Header state={state} />
      <FacetPanel state={state} />
      <main class="stage" aria-label="Graph">
        {view === 'graph' && <GraphView state={state} />}
        {view === 'table' && <TableView state={state} />}
        {view === 'disputed' && <DisputedView state={state} />}
        {state.opened.value !== undefined && <DocumentReader state={state} opened={state.opened.value} />}
        <StatusBar state={state} />
      </main>
      <DetailPanel state={state} />
      <div class="unseen" role="status" aria-live="polite">
        {state.announcement.value}
      </div>
    </div>
  )
}

/** `/` goes to the search, Escape closes the document, then the selection. */
function listenToKeys(state: PageState): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    const typing = target.matches('input, textarea, select')
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      document.getElementById('search')?.focus()
    }
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (state.opened.value !== undefined) state.opened.value = undefined
    else state.select(undefined)
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

/** Quotes are read into the search index in small portions while nothing else is to be done. */
function readQuotesLater(state: PageState): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const portion = (): void => {
    if (state.searchIndex.addQuotes(60)) document.documentElement.dataset.quotes = 'read'
    else timer = setTimeout(portion, 12)
  }
  timer = setTimeout(portion, 400)
  return () => clearTimeout(timer)
}
