import { render } from 'preact'
import { App } from './app.tsx'
import { readPageData } from './page-data.ts'
import { Failure } from './panels/failure.tsx'
import { browserJournal } from './state/browser-journal.ts'
import { createSession, type Session } from './state/session.ts'
import { language, preferredLanguage } from './text/language.ts'
import './style/page.css'

const root = document.getElementById('app')!
const preferred = preferredLanguage(navigator.languages)
language.value = preferred

/** The page on what the decisions of the reader have made of the graph. */
const Page = ({ session }: { session: Session }) => <App state={session.page.value} />

try {
  const session = createSession(readPageData(document), browserJournal(), preferred)
  language.value = session.page.value.current.value.language
  render(<Page session={session} />, root)
} catch (error) {
  render(<Failure message={error instanceof Error ? error.message : String(error)} />, root)
}
