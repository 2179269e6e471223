import type { EntityRef, MentionRef, RelationRef } from '../../../src/model/decision.ts'
import type { Place } from '../../../src/model/graph.ts'
import { nameKey } from '../../../src/resolve/name-form.ts'
import type { GraphIndex } from '../graph/index-graph.ts'

const folded = (name: string): string => nameKey([name.replace(/^(the|a|an)\s+/i, '')])

/**
 * What an entity is called in decisions.yaml: by its label where no other bears that name, else by the words of
 * one of its mentions.
 */
export function entityRef(index: GraphIndex, node: number): EntityRef {
  const { label, mentions } = index.nodes[node]!
  const name = folded(label)
  const isNamed = mentions.some(({ kind }) => kind === 'named')
  const others = index.nodes.some(
    (other, number) =>
      number !== node &&
      (folded(other.label) === name || other.aliases.some((alias) => folded(alias) === name)),
  )
  if (isNamed && !others && name !== '') return label
  const mention =
    mentions.find(({ kind }) => kind === 'named') ?? mentions.find(({ kind }) => kind !== 'pronoun')
  return mention === undefined ? label : mentionRef(index, mention)
}

/** A mention by its words, and which place of them in the text of its document it is. */
export function mentionRef(index: GraphIndex, { document, start, end }: Place): MentionRef {
  const text = index.documents.get(document)?.text ?? ''
  const quote = text.slice(start, end)
  let nth = 1
  for (let at = text.indexOf(quote); at >= 0 && at < start; at = text.indexOf(quote, at + quote.length)) nth++
  return { document, quote, ...(nth === 1 ? {} : { nth }) }
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
