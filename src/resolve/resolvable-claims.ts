import type { Claim, DocumentClaims, Mention, MentionLink, Problem, Quotation } from '../model/index.ts'
import { mentionChains } from './mention-chains.ts'
import { nameKey, withoutOpening } from './name-form.ts'
import { packSignatures } from './packed-signatures.ts'

/** What resolution looks at of a mention. */
export interface ResolvableMention
  extends Pick<
    Mention,
    | 'id'
    | 'start'
    | 'end'
    | 'kind'
    | 'text'
    | 'nth'
    | 'type'
    | 'gender'
    | 'sentence'
    | 'titles'
    | 'count'
    | 'time'
    | 'definite'
    | 'repeats'
    | 'extent'
  > {
  readonly head: Pick<Mention['head'], 'lemma'>
  readonly governor?: Pick<NonNullable<Mention['governor']>, 'lemma'>
}

/** Claims whose links between mentions are known. */
export type LinkedClaims = DocumentClaims & { readonly links: readonly MentionLink[] }

/**
 * What resolution needs of the claims of a document: all that is held in memory of every document at once.
 * Only mentions that can become part of a node are there.
 */
export interface ResolvableClaims {
  readonly document: string
  readonly date?: string
  readonly mentions: readonly ResolvableMention[]
  readonly claims: readonly Claim[]
  readonly implied?: readonly Claim[]
  readonly quotations: readonly Quotation[]
  /** The signatures, packed. */
  readonly passages: string
  readonly links: readonly MentionLink[]
  readonly problems?: readonly Problem[]
}

/** What resolution needs of claims. What is never named, counted or dated and in no claim becomes no node. */
export function resolvableClaims(document: LinkedClaims): ResolvableClaims {
  const { document: id, date, mentions, claims, implied, quotations, signatures, problems } = document
  const used = mentionsSpokenOf([...claims, ...(implied ?? [])], quotations)
  const counts = ({ id, kind, type, count, time }: Mention): boolean =>
    kind === 'named' ||
    kind === 'value' ||
    type === 'Role' ||
    type === 'Event' ||
    count !== undefined ||
    time !== undefined ||
    used.has(id)
  const { chains } = mentionChains(document)
  // The same words in one sentence are told apart by counting them.
  const wordsAt = ({ sentence, text }: Mention): string => `${sentence} ${nameKey([withoutOpening(text)])}`
  const counted = new Set(chains.flatMap((chain) => (chain.some(counts) ? chain.map(wordsAt) : [])))
  const kept = new Set<string>()
  for (const chain of chains)
    if (chain.some((mention) => counts(mention) || counted.has(wordsAt(mention))))
      for (const mention of chain) kept.add(mention.id)
  return {
    document: id,
    ...(date === undefined ? {} : { date }),
    mentions: mentions.filter((mention) => kept.has(mention.id)).map(resolvableMention),
    claims,
    ...(implied ? { implied } : {}),
    quotations,
    passages: packSignatures(signatures),
    links: document.links.filter(({ mention }) => kept.has(mention)),
    ...(problems ? { problems } : {}),
  }
}

/** Ids of the mentions that claims and quotations speak of. */
export function mentionsSpokenOf(claims: Iterable<Claim>, quotations: readonly Quotation[]): Set<string> {
  const found = new Set<string>()
  for (const { subject, object, speakers, qualifiers } of claims) {
    for (const mention of [subject, object, ...speakers]) found.add(mention)
    for (const { mention } of qualifiers) if (mention !== undefined) found.add(mention)
  }
  for (const { speaker } of quotations) if (speaker !== undefined) found.add(speaker)
  return found
}

function resolvableMention(mention: Mention): ResolvableMention {
  const { role, number, acronym, determiner, fronted, predicative, sameAs, head, extent, governor, ...rest } =
    mention
  return {
    ...rest,
    head: { lemma: head.lemma },
    // Only events are looked for in their phrase, only counts by what governs them.
    ...(extent && mention.type === 'Event' ? { extent } : {}),
    ...(governor && mention.count !== undefined ? { governor: { lemma: governor.lemma } } : {}),
  }
}
