import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { exportNames, exportView } from '../export/export-view.ts'
import { copyText } from '../export/save.ts'
import type { PageState } from '../state/page-state.ts'
import { sayShown } from '../state/say-shown.ts'
import { t } from '../text/language.ts'

/** Saves what is drawn as a picture or as data, and gives the address of the view. */
export function ExportMenu({ state }: { state: PageState }): JSX.Element {
  const copied = useSignal('')
  const menu = useRef<HTMLDetailsElement>(null)
  const close = (): void => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return
        event.preventDefault()
        close()
        menu.current.querySelector('summary')?.focus()
      }}
      onToggle={() => {
        copied.value = ''
      }}
    >
      <summary>{t().saveAndShare}</summary>
      <div class="menu-items">
        <p>{t().saveShown(sayShown(state))}</p>
        {exportNames.map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              close()
              exportView(state, name, sayShown(state)).catch((error: unknown) => {
                state.announcement.value = String(error)
              })
            }}
          >
            {t().exportName[name]}
          </button>
        ))}
        <hr />
        <button
          type="button"
          onClick={async () => {
            copied.value = (await copyText(location.href)) ? t().linkCopied : location.href
          }}
        >
          {t().copyLink}
        </button>
        {copied.value !== '' && (
          <p role="status" class="copied">
            {copied.value}
          </p>
        )}
      </div>
    </details>
  )
}
