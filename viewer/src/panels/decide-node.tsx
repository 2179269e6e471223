import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { entityRef } from '../decide/entity-ref.ts'
import { words } from '../graph/facets.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { EntityPicker } from './entity-picker.tsx'
import { SplitForm } from './split-form.tsx'
import { TextForm } from './text-form.tsx'

const kinds = ['merge', 'keep-apart', 'rename', 'retype', 'split', 'note', 'reject'] as const
type Kind = (typeof kinds)[number]

/** What a reader can put right about an entity: each kind of decision has a short form of its own. */
export function DecideNode({ state, node }: { state: PageState; node: number }): JSX.Element | null {
  const kind = useSignal<Kind | undefined>(undefined)
  const { decisions, index } = state
  if (decisions === undefined) return null
  const key = index.nodeKeys[node]!
  // all names of the graph are looked at, so only when it is needed
  const refNow = (): ReturnType<typeof entityRef> => entityRef(index, node)
  const { label, type } = index.nodes[node]!
  const done = (): void => {
    kind.value = undefined
  }
  const withOther = (other: number, name: 'merge' | 'keep-apart'): void => {
    done()
    const refs = [refNow(), entityRef(index, other)]
    decisions.add({
      decision: name === 'merge' ? { merge: refs } : { 'keep-apart': refs },
      nodes: [key, index.nodeKeys[other]!],
    })
  }
  return (
    <details class="decide">
      <summary>{t().putRight}</summary>
      <div class="actions">
        {kinds.map((name) => (
          <button
            key={name}
            type="button"
            class="action"
            aria-expanded={kind.value === name}
            onClick={() => {
              kind.value = kind.value === name ? undefined : name
            }}
          >
            {t().decide[name]}
          </button>
        ))}
      </div>
      {(kind.value === 'merge' || kind.value === 'keep-apart') && (
        <div class="form">
          <p>{kind.value === 'merge' ? t().mergeHelp(label) : t().apartHelp(label)}</p>
          <EntityPicker
            key={kind.value}
            state={state}
            label={kind.value === 'merge' ? t().mergeWith : t().apartFrom}
            except={node}
            choose={(other) => withOther(other, kind.value as 'merge' | 'keep-apart')}
          />
        </div>
      )}
      {kind.value === 'rename' && (
        <TextForm
          label={t().newName}
          value={label}
          submit={t().decide.rename!}
          choose={(to) => {
            done()
            decisions.add({ decision: { rename: refNow(), to }, nodes: [key] })
          }}
        />
      )}
      {kind.value === 'retype' && (
        <div class="form">
          <label>
            {t().newType}{' '}
            <select
              value={type}
              onChange={(event) => {
                done()
                decisions.add({ decision: { retype: refNow(), to: event.currentTarget.value }, nodes: [key] })
              }}
            >
              {typesOf(state).map((name) => (
                <option key={name} value={name}>
                  {words(name)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {kind.value === 'split' && <SplitForm state={state} node={node} done={done} />}
      {kind.value === 'note' && (
        <TextForm
          label={t().noteText}
          value=""
          submit={t().decide.note!}
          choose={(note) => {
            done()
            decisions.add({ decision: { note, on: refNow() }, nodes: [key] })
          }}
        />
      )}
      {kind.value === 'reject' && (
        <div class="form">
          <p>{t().rejectEntityHelp(label)}</p>
          <button
            type="button"
            class="action strong"
            onClick={() => {
              done()
              decisions.add({ decision: { reject: refNow() }, nodes: [key] })
            }}
          >
            {t().decide.reject}
          </button>
        </div>
      )}
    </details>
  )
}

/** The types of the schema, or those of the graph where the page does not know it. */
function typesOf({ extras, facets }: PageState): readonly string[] {
  return extras.types ?? facets.list.find(({ id }) => id === 'type')!.values.map(({ key }) => key)
}
