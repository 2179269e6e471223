import type { TokenMention } from '../annotate/annotated-document.ts'

/** Nouns of what takes place, beside those that the schema lists as heads of events. */
const events = new Set(
  `arrival assault auction burial celebration ceremony clash collapse competition construction contest conversation
  debate demonstration disaster discussion eruption escape evacuation event evolution examination excavation
  execution exercise exhibition expedition explosion experiment fight flight gathering inauguration incident invasion
  journey kidnapping landing lecture lesson march massacre negotiation occasion opening parade party performance premiere
  presentation procession race rally reception rehearsal rescue retirement revolt riot robbery sale screening search
  service session shooting show siege signing sitting stabbing submission test theft tour training treatment trip
  uprising voyage walk workshop`
    .trim()
    .split(/\s+/),
)

/** Whether a mention names something that takes place. */
export const isEvent = ({ type, kind, head }: TokenMention): boolean =>
  type === 'Event' || (kind === 'nominal' && type === undefined && events.has(head.lemma))
