import { type OpenedGraph, readDocuments } from '../graph/index.ts'
import { type EntityRef, type MentionRef, mentionRefAt, type RelationRef } from '../model/index.ts'
import { foldText, matchName } from '../query/index.ts'
import { closest } from '../schema/closest.ts'
import { CommandError } from './command-error.ts'
import { exitCode } from './exit-code.ts'

/** Turns what a person types into references that last: names and mentions, never keys. */
export interface References {
  /** The key of the one entity that a name, a key or `DOCUMENT:WORDS` stands for. Throws a CommandError. */
  keyOf(typed: string): string
  /** A reference to an entity: its label, with its type or by a mention where the label is not enough. */
  entity(typed: string): EntityRef
  mention(typed: string): MentionRef
  relation(subject: string, relation: string, object: string, negative: boolean): RelationRef
}

const unknown = (message: string, hint: string): CommandError =>
  new CommandError({ code: 'name-unknown', message, hint }, exitCode.usage)

/** The start of the nth place of the words, from 1; -1 where there is none. */
function startOf(text: string, words: string, nth: number): number {
  let at = -1
  for (let n = 0; n < nth; n++) {
    at = text.indexOf(words, at + 1)
    if (at === -1) return -1
  }
  return at
}

/** References into the graph of an output folder. */
export function referencesInto(out: string, source: OpenedGraph): References {
  const { graph } = source
  const texts = new Map<string, string>()
  const textOf = (document: string): string => {
    if (texts.size === 0) for (const { id, text } of readDocuments(out)) texts.set(id, text)
    return texts.get(document) ?? ''
  }
  /** The document that begins `DOCUMENT:...`, the longest where one id begins with another. */
  const documentIn = (typed: string): string | undefined =>
    [...source.documents.keys()]
      .filter((id) => typed.startsWith(`${id}:`))
      .sort((a, b) => b.length - a.length)[0]
  const mentionedAt = (document: string, start: number, end: number): string | undefined =>
    graph.findNode((_, { mentions }) =>
      mentions.some((m) => m.document === document && m.start === start && m.end === end),
    )

  const readMention = (document: string, rest: string): { key: string; ref: MentionRef } => {
    const offsets = /^(\d+)-(\d+)$/.exec(rest)
    const [, quote, number] = /^([\s\S]*?)(?::(\d+))?$/.exec(rest)!
    const text = textOf(document)
    const start = offsets ? Number(offsets[1]) : startOf(text, quote!, Number(number ?? 1))
    const end = offsets ? Number(offsets[2]) : start + quote!.length
    const key = start < 0 ? undefined : mentionedAt(document, start, end)
    if (key !== undefined) return { key, ref: mentionRefAt(text, { document, start, end }) }
    const there = graph.mapNodes((_, { mentions }) => mentions).flat()
    const quotes = there.filter((m) => m.document === document).map((m) => text.slice(m.start, m.end))
    const meant = closest(quote!, quotes)
    throw unknown(
      `Nothing in the graph is mentioned as "${rest}" in ${document}`,
      meant
        ? `Did you mean "${document}:${meant}"?`
        : 'See the mentions with: redthread query OUT show NAME --format json',
    )
  }

  const keyOf = (typed: string): string => {
    const document = graph.hasNode(typed) ? undefined : documentIn(typed)
    if (document !== undefined) return readMention(document, typed.slice(document.length + 1)).key
    const { entities } = matchName(source, typed)
    const [best] = entities
    const same = entities.filter(({ as }) => as === best!.as)
    if (same.length === 1) return best!.key
    const list = same.slice(0, 8).map(({ key, label, type }) => `${key} ("${label}", ${type})`)
    throw unknown(
      `"${typed}" stands for ${same.length} entities: ${list.join(', ')}${same.length > 8 ? ' and others' : ''}`,
      'Give one of the keys.',
    )
  }

  const entity = (typed: string): EntityRef => {
    const document = graph.hasNode(typed) ? undefined : documentIn(typed)
    if (document !== undefined) return readMention(document, typed.slice(document.length + 1)).ref
    const key = keyOf(typed)
    const { label, type, mentions } = graph.getNodeAttributes(key)
    const folded = foldText(label)
    const namesakes = graph.filterNodes(
      (_, node) =>
        foldText(node.label) === folded || node.aliases.some((alias) => foldText(alias) === folded),
    )
    const named = mentions.find(({ kind }) => kind === 'named')
    // A description ("the brewery") may stand for many things that are not in the graph.
    if (named && namesakes.length === 1) return label
    if (named && namesakes.filter((other) => graph.getNodeAttribute(other, 'type') === type).length === 1)
      return { name: label, type }
    const first = named ?? mentions.find(({ kind }) => kind !== 'pronoun') ?? mentions[0]
    if (!first || textOf(first.document) === '') return namesakes.length === 1 ? label : { name: label, type }
    return mentionRefAt(textOf(first.document), first)
  }

  return {
    keyOf,
    entity,
    mention(typed) {
      const document = documentIn(typed)
      if (document === undefined)
        throw unknown(
          `"${typed}" does not begin with a document`,
          'Write a mention as DOCUMENT:WORDS, DOCUMENT:WORDS:NTH or DOCUMENT:START-END.',
        )
      return readMention(document, typed.slice(document.length + 1)).ref
    },
    relation(subject, relation, object, negative) {
      const [from, to] = [keyOf(subject), keyOf(object)]
      const polarity = negative ? 'negative' : 'positive'
      const between = graph.directedEdges(from, to).map((edge) => graph.getEdgeAttributes(edge))
      const found = between.find(
        (edge) => edge.polarity === polarity && [edge.relation, edge.label].includes(relation),
      )
      if (!found) {
        const names = between.map((edge) => `${edge.polarity === 'negative' ? 'not ' : ''}${edge.relation}`)
        const [a, b] = [from, to].map((key) => graph.getNodeAttribute(key, 'label'))
        throw unknown(
          `There is no relation "${negative ? 'not ' : ''}${relation}" from ${a} to ${b}`,
          names.length > 0
            ? `There is: ${[...new Set(names)].join(', ')}; --negative for those with "not".`
            : 'There is none between the two in this direction.',
        )
      }
      return {
        subject: entity(subject),
        relation: found.relation,
        object: entity(object),
        ...(negative ? { polarity } : {}),
      }
    },
  }
}
