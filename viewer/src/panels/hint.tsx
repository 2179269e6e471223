import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { memory } from '../state/memory.ts'
import { t } from '../text/language.ts'

/** What can be done here, for who sees the page for the first time; once closed it does not come back. */
export function Hint(): JSX.Element | null {
  const store = useMemo(() => memory<boolean>('hint', () => ''), [])
  const closed = useSignal(store.read() === true)
  if (closed.value) return null
  return (
    <section class="hint-card" aria-label={t().hintTitle}>
      <h3>{t().hintTitle}</h3>
      <ul>
        {t().hints.map(([what, how]) => (
          <li key={what}>
            <b>{what}</b> {how}
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="action"
        onClick={() => {
          closed.value = true
          store.write(true)
        }}
      >
        {t().hintClose}
      </button>
    </section>
  )
}
