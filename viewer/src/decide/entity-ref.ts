import type { EntityRef, MentionRef, RelationRef } from '../../../src/model/decision.ts'
import type { Place } from '../../../src/model/graph.ts'
import { mentionRefAt } from '../../../src/model/mention-ref.ts'
import { foldName } from '../../../src/resolve/name-form.ts'
import type { GraphIndex } from '../graph/index-graph.ts'

/**
 * What an entity is called in decisions.yaml: by its label where no other bears that name, else by the words of
 * one of its mentions; by its label and type where the text of that is not in the page.
 */
export function entityRef(index: GraphIndex, node: number): EntityRef {
  const { label, type, mentions } = index.nodes[node]!
  const name = foldName(label)
  const isNamed = mentions.some(({ kind }) => kind === 'named')
  const others = index.nodes.some(
    (other, number) =>
      number !== node &&
      (foldName(other.label) === name || other.aliases.some((alias) => foldName(alias) === name)),
  )
  if (isNamed && !others && name !== '') return label
  const mention =
    mentions.find(({ kind }) => kind === 'named') ?? mentions.find(({ kind }) => kind !== 'pronoun')
  const text = mention && index.documents.get(mention.document)?.text
  if (text === undefined) return others ? { name: label, type } : label
  return mentionRefAt(text, mention!)
}

/** A mention by its words, and which place of them in the text of its document it is. */
export function mentionRef(index: GraphIndex, mention: Place): MentionRef {
  return mentionRefAt(index.documents.get(mention.document)?.text ?? '', mention)
}

/** A relation by its ends. */
export function relationRef(index: GraphIndex, edge: number): RelationRef {
  const { relation, polarity } = index.edges[edge]!
  return {
    subject: entityRef(index, index.source[edge]!),
    relation,
    object: entityRef(index, index.target[edge]!),
    ...(polarity === 'negative' ? { polarity } : {}),
  }
}
