import type { EntityMention, Place } from './graph.ts'

/** A place as one text, for looking it up. */
export const placeKey = ({ document, start, end }: Place): string => `${document}\t${start}\t${end}`

/** The mention by which an entity is found again in another graph of the same texts: its first by name, else its first. */
export const leadMention = (mentions: readonly EntityMention[]): EntityMention | undefined =>
  mentions.find(({ kind }) => kind === 'named') ?? mentions[0]
