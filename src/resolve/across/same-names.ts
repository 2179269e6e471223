import { append } from '../append.ts'
import type { LocalEntity } from '../local-entity.ts'
import { nameKey } from '../name-form.ts'
import type { Clusters, Grounds } from './clusters.ts'
import { scoreOf } from './likeness.ts'
import type { Neighbours } from './neighbours.ts'
import { officeForm } from './office-form.ts'
import { knownOf } from './traits.ts'

/** How many different bearers of one name are told apart. */
const bearers = 16
const sameName: Grounds = { rule: 'same name', score: 0.95 }
const sameValue: Grounds = { rule: 'same value', score: 1 }

/** Joins values that are the same, and names that are the same of one type. */
export function joinSameNames(clusters: Clusters, neighbours: Neighbours): void {
  const values = new Map<string, number>()
  const blocks = new Map<string, number[]>()
  clusters.entities.forEach((entity, index) => {
    const value = valueKey(entity)
    if (value !== undefined) {
      const first = values.get(value)
      if (first === undefined) values.set(value, index)
      else clusters.join(first, index, sameValue)
    }
    if (!entity.named) return
    const forms = entity.type === 'Role' ? entity.names.map(officeForm) : clusters.nameKeys(index)
    forms.forEach((form, i) => {
      // One word of a person's name is shared by too many people.
      if (entity.type !== 'Person' || entity.names[i]!.length > 1)
        append(blocks, `${entity.type} ${form}`, index)
    })
  })
  for (const block of blocks.values()) if (block.length > 1) joinBlock(clusters, block, neighbours)
}

/**
 * Joins the bearers of one name. Where some cannot be one, those who say most of themselves come first, and
 * who fits several goes to the one with the same surroundings, or stays alone.
 */
function joinBlock(clusters: Clusters, block: readonly number[], neighbours: Neighbours): void {
  const heads: number[] = []
  const order = block
    .map((index) => ({ index, known: knownOf(clusters.traits(index)) }))
    .sort((a, b) => b.known - a.known || a.index - b.index)
  for (const { index } of order) {
    const open = [...new Set(heads.map(clusters.find))].filter(
      (h) => clusters.conflict(h, index) === undefined,
    )
    if (open.length === 0) {
      for (const head of heads.slice(0, 1)) clusters.join(head, index, sameName)
      if (heads.length < bearers) heads.push(index)
      continue
    }
    if (new Set(heads.map(clusters.find)).size === 1) {
      clusters.join(open[0]!, index, sameName)
      continue
    }
    const scored = open
      .map((head) => ({ head, score: scoreOf(neighbours.shared(head, index)) }))
      .sort((a, b) => b.score - a.score || a.head - b.head)
    const [best, next] = scored
    const grounds = { rule: 'same name', score: scoreOf({ name: 0.5, around: best!.score }) }
    if (best!.score >= 0.4 && best!.score - (next?.score ?? 0) >= 0.2)
      clusters.join(best!.head, index, grounds)
    else clusters.refuse(best!.head, index, grounds, 'several have this name, and it could be any of them')
  }
}

/** Dates and other values are the same wherever they stand. */
function valueKey(entity: LocalEntity): string | undefined {
  if (entity.mentions.some((m) => m.kind !== 'value')) return undefined
  const time = entity.mentions.find((m) => m.time)?.time
  // "Monday" in two documents may be two days.
  if (!time && entity.type === 'Date') return undefined
  return time ? `${time.kind} ${time.start} ${time.end}` : nameKey([entity.mentions[0]!.text])
}

/** A name whose type one document does not tell is the only other thing of the corpus with that name. */
export function joinUntyped(clusters: Clusters): void {
  const { entities } = clusters
  const blocks = new Map<string, number[]>()
  entities.forEach((entity, index) => {
    if (entity.named && entity.type !== 'Role')
      for (const key of clusters.nameKeys(index)) append(blocks, key, index)
  })
  for (const block of blocks.values()) {
    const typed = block.filter((i) => entities[i]!.type !== 'Thing')
    if (typed.length === block.length || new Set(typed.map((i) => entities[i]!.type)).size !== 1) continue
    if (entities[typed[0]!]!.type === 'Person' || new Set(typed.map(clusters.find)).size !== 1) continue
    for (const index of block)
      if (entities[index]!.type === 'Thing')
        clusters.join(typed[0]!, index, { rule: 'same name, type unknown', score: 0.85 })
  }
}
