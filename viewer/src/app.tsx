import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ChangesView } from './panels/changes-view.tsx'
import { DecisionsView } from './panels/decisions-view.tsx'
import { DetailPanel } from './panels/detail-panel.tsx'
import { DisputedView } from './panels/disputed-view.tsx'
import { DocumentReader } from './panels/document-reader.tsx'
import { FacetPanel } from './panels/facet-panel.tsx'
import { FocusBar } from './panels/focus-bar.tsx'
import { GraphView } from './panels/graph-view.tsx'
import { Header } from './panels/header.tsx'
import { Printed } from './panels/printed.tsx'
import { StatusBar } from './panels/status-bar.tsx'
import { TableView } from './panels/table-view.tsx'
import { Timeline } from './panels/timeline.tsx'
import type { PageState } from './state/page-state.ts'
import { language, t } from './text/language.ts'

/** The whole page: filters, the drawing or a table, and what is known of the chosen thing. */
export function App({ state }: { state: PageState }): JSX.Element {
  useEffect(() => listenToKeys(state), [state])
  useEffect(() => readQuotesLater(state), [state])
  const { theme, view, opened, time, language: spoken } = state.current.value
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = spoken
    language.value = spoken
  }, [spoken])
  return (
    <div class="page">
      <button type="button" class="skip" onClick={() => document.getElementById('details')?.focus()}>
        {t().skip}
      </button>
      <Header state={state} />
      <FacetPanel state={state} />
      <main class="stage" aria-label={t().graphArea}>
        <FocusBar state={state} />
        {view === 'graph' && <GraphView state={state} />}
        {view === 'graph' && <Printed state={state} />}
        {view === 'table' && <TableView state={state} />}
        {view === 'disputed' && <DisputedView state={state} />}
        {view === 'changes' && <ChangesView state={state} />}
        {view === 'decisions' && <DecisionsView state={state} />}
        {opened !== undefined && <DocumentReader state={state} opened={opened} />}
        {time !== undefined && <Timeline state={state} time={time} />}
        <StatusBar state={state} />
      </main>
      <DetailPanel state={state} />
      <div class="unseen" role="status" aria-live="polite">
        {state.announcement.value}
      </div>
    </div>
  )
}

/** `/` goes to the search, Escape closes the document, then the selection; Ctrl+Z takes back a decision. */
function listenToKeys(state: PageState): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    const typing = target.matches('input, textarea, select')
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      document.getElementById('search')?.focus()
    }
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !typing) {
      event.preventDefault()
      if (event.shiftKey) state.decisions?.redo()
      else state.decisions?.undo()
    }
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (state.current.value.opened !== undefined) state.go({ opened: undefined })
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
