import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { decisionKind } from '../../../src/model/decision.ts'
import type { Decisions } from '../decide/decisions.ts'
import { sayRuling } from '../decide/say-ruling.ts'
import { memory } from '../state/memory.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { Suggestions } from './suggestions.tsx'

/** The decisions made in the page, with undo and redo, and pairs that may be one. */
export function DecisionsView({ state }: { state: PageState }): JSX.Element {
  const { decisions } = state
  if (decisions === undefined) return <p class="empty">{t().noDecisions}</p>
  return (
    <div class="decisions">
      <section aria-label={t().pending}>
        <h2>{t().pending}</h2>
        <p>{decisions.served ? t().pendingServed : t().pendingFile}</p>
        <Pending decisions={decisions} />
        <SaveBar decisions={decisions} />
      </section>
      <Suggestions state={state} decisions={decisions} />
    </div>
  )
}

function Pending({ decisions }: { decisions: Decisions }): JSX.Element {
  const made = decisions.made.value
  const saved = decisions.saved.value
  if (made.length === 0) return <p class="empty">{t().nothingPending}</p>
  return (
    <ol class="rulings">
      {made.map((ruling, place) => (
        <li key={place} class={place < saved ? 'is-saved' : undefined}>
          <span class="chip">{t().decide[decisionKind(ruling.decision)]}</span>{' '}
          <bdi>{sayRuling(ruling.decision)}</bdi>
          {place < saved && <span class="aside"> {t().isSaved}</span>}
        </li>
      ))}
    </ol>
  )
}

/** Undo, redo, the name of who decides, and the way into decisions.yaml. */
function SaveBar({ decisions }: { decisions: Decisions }): JSX.Element {
  const names = useMemo(() => memory<string>('name', () => ''), [])
  const by = useSignal(names.read() ?? '')
  const said = useSignal('')
  const waiting = decisions.made.value.length - decisions.saved.value
  const save = async (): Promise<void> => {
    names.write(by.value.trim())
    const result = await decisions.save(by.value.trim())
    said.value =
      result.kind === 'written'
        ? t().written
        : result.kind === 'downloaded'
          ? t().downloaded
          : t().notSaved('why' in result ? result.why : '')
  }
  return (
    <div class="save-bar">
      <button type="button" class="action" disabled={waiting <= 0} onClick={() => decisions.undo()}>
        ↶ {t().undo}
      </button>
      <button
        type="button"
        class="action"
        disabled={decisions.undone.value.length === 0}
        onClick={() => decisions.redo()}
      >
        ↷ {t().redo}
      </button>
      <input
        type="text"
        aria-label={t().yourName}
        placeholder={t().yourName}
        value={by.value}
        onInput={(event) => {
          by.value = event.currentTarget.value
        }}
      />
      <button type="button" class="action strong" disabled={waiting <= 0} onClick={save}>
        {decisions.served ? t().write : t().download}
      </button>
      <p role="status">{said.value}</p>
    </div>
  )
}
