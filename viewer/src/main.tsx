import { render } from 'preact'
import { App } from './app.tsx'
import { indexGraph } from './graph/index-graph.ts'
import { readPageData } from './page-data.ts'
import { Failure } from './panels/failure.tsx'
import { browserJournal } from './state/browser-journal.ts'
import { createPageState } from './state/page-state.ts'
import { viewHash } from './state/view-hash.ts'
import { language, preferredLanguage } from './text/language.ts'
import './style/page.css'

const root = document.getElementById('app')!
const preferred = preferredLanguage(navigator.languages)
language.value = preferred
try {
  const { graph, documents } = readPageData(document)
  const journal = browserJournal()
  const state = createPageState(indexGraph(graph, documents), { journal })
  const hash = viewHash(state.index, state.facets, preferred)
  state.restore(hash.read(location.hash))
  language.value = state.current.value.language
  journal.follow(state, hash)
  render(<App state={state} />, root)
} catch (error) {
  render(<Failure message={error instanceof Error ? error.message : String(error)} />, root)
}
