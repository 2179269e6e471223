import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { EntityMention } from '../../../src/model/graph.ts'
import { entityRef, mentionRef } from '../decide/entity-ref.ts'
import { labelsOf } from '../decide/names.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { MoreButton } from './more-button.tsx'

const portion = 60
/** Letters of the text shown on each side of a mention. */
const around = 36

/** Chooses the mentions of an entity that are another one, and names it. */
export function SplitForm({
  state,
  node,
  done,
}: {
  state: PageState
  node: number
  done(): void
}): JSX.Element {
  const { index, decisions } = state
  const chosen = useSignal<ReadonlySet<EntityMention>>(new Set())
  const name = useSignal('')
  const most = useSignal(portion)
  const mentions = index.nodes[node]!.mentions.filter(({ kind }) => kind !== 'pronoun')
  const ready = chosen.value.size > 0 && chosen.value.size < mentions.length
  const toggle = (some: readonly EntityMention[], on: boolean): void => {
    const next = new Set(chosen.value)
    for (const mention of some) {
      if (on) next.add(mention)
      else next.delete(mention)
    }
    chosen.value = next
  }
  const split = (event: Event): void => {
    event.preventDefault()
    if (!ready) return
    const places = mentions.filter((mention) => chosen.value.has(mention))
    // a name given is the same in every build, whatever titles stand before it
    const as = name.value.trim() || labelsOf(places, (id) => index.documents.get(id)?.text).label
    done()
    decisions?.add({
      decision: {
        split: entityRef(index, node),
        mentions: places.map((place) => mentionRef(index, place)),
        as,
      },
      nodes: [index.nodeKeys[node]!],
      places,
    })
  }
  const shown = mentions.slice(0, most.value)
  const documents = [...new Set(shown.map(({ document }) => document))]
  return (
    <form class="form" onSubmit={split}>
      <p>{t().splitHelp}</p>
      {documents.map((id) => {
        const own = shown.filter(({ document }) => document === id)
        return (
          <fieldset key={id} class="mentions">
            <legend>
              <label>
                <input
                  type="checkbox"
                  checked={own.every((mention) => chosen.value.has(mention))}
                  onChange={(event) => toggle(own, event.currentTarget.checked)}
                />{' '}
                <bdi>{index.documents.get(id)?.title ?? id}</bdi>
              </label>
            </legend>
            {own.map((mention) => (
              <label key={mention.start}>
                <input
                  type="checkbox"
                  checked={chosen.value.has(mention)}
                  onChange={(event) => toggle([mention], event.currentTarget.checked)}
                />{' '}
                <Snippet text={index.documents.get(id)?.text ?? ''} mention={mention} />
              </label>
            ))}
          </fieldset>
        )
      })}
      <MoreButton most={most} of={mentions.length} portion={portion} />
      <div class="line">
        <input
          type="text"
          aria-label={t().splitName}
          placeholder={t().splitName}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value
          }}
        />
        <button type="submit" class="action strong" disabled={!ready}>
          {t().decide.split}
        </button>
      </div>
    </form>
  )
}

function Snippet({ text, mention: { start, end } }: { text: string; mention: EntityMention }): JSX.Element {
  return (
    <span class="snippet">
      …{text.slice(Math.max(0, start - around), start)}
      <b>{text.slice(start, end)}</b>
      {text.slice(end, end + around)}…
    </span>
  )
}
