import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { layOut } from '../layout/lay-out.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'

/** Lays out what is drawn anew, and lets go of what was put in its place by hand. */
export function LayoutButtons({ state }: { state: PageState }): JSX.Element {
  const running = useSignal(false)
  const stop = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => stop.current?.(), [state])
  const start = (): void => {
    running.value = true
    stop.current = layOut(state, () => {
      running.value = false
      stop.current = undefined
      state.keepPlaces()
    })
  }
  return (
    <fieldset class="zoom layout" aria-label={t().layout}>
      <button
        type="button"
        aria-pressed={running.value}
        aria-label={running.value ? t().stopLayout : t().layOut}
        title={running.value ? t().stopLayout : t().layOut}
        onClick={() => (running.value ? stop.current?.() : start())}
      >
        {running.value ? '◼' : '✲'}
      </button>
      {state.places.value.size > 0 && !running.value && (
        <button
          type="button"
          aria-label={t().letGo}
          title={t().letGo}
          onClick={() => {
            state.places.value = new Map()
            state.fixed.value = new Set()
            state.wanted.value = { camera: undefined }
            state.keepPlaces()
          }}
        >
          ↺
        </button>
      )}
    </fieldset>
  )
}
