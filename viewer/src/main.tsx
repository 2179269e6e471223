import { render } from 'preact'
import { App } from './app.tsx'
import { indexGraph } from './graph/index-graph.ts'
import { readPageData } from './page-data.ts'
import { Failure } from './panels/failure.tsx'
import { createPageState } from './state/page-state.ts'
import './style/page.css'

const root = document.getElementById('app')!
try {
  const { graph, documents } = readPageData(document)
  render(<App state={createPageState(indexGraph(graph, documents))} />, root)
} catch (error) {
  render(<Failure message={error instanceof Error ? error.message : String(error)} />, root)
}
