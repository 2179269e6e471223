import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'
import { t } from '../text/language.ts'

/** Shows a further portion of a list of which `most` are shown; nothing where all are. */
export function MoreButton({
  most,
  of,
  portion,
  say = t().more,
}: {
  most: Signal<number>
  /** How many there are. */
  of: number
  portion: number
  /** What it says of so many more. */
  say?: (number: number) => string
}): JSX.Element | null {
  const left = of - most.value
  if (left <= 0) return null
  return (
    <button
      type="button"
      class="quiet more"
      onClick={() => {
        most.value += portion
      }}
    >
      {say(Math.min(portion, left))}
    </button>
  )
}
