import type { JSX } from 'preact'

/** Shown in place of the page when there is nothing to show. */
export function Failure({ message }: { message: string }): JSX.Element {
  return (
    <main class="failure">
      <h1>Redthread</h1>
      <p role="alert">{message}</p>
    </main>
  )
}
