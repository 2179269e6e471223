import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'

/** A form of one line of text; what is empty or unchanged cannot be sent. */
export function TextForm({
  label,
  value,
  submit,
  choose,
}: {
  label: string
  value: string
  submit: string
  choose(text: string): void
}): JSX.Element {
  const text = useSignal(value)
  const ready = text.value.trim() !== '' && text.value.trim() !== value
  return (
    <form
      class="form line"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) choose(text.value.trim())
      }}
    >
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value
        }}
      />
      <button type="submit" class="action strong" disabled={!ready}>
        {submit}
      </button>
    </form>
  )
}
