import type { DocumentClaims } from '../../model/index.ts'
import type { Join } from './link.ts'
import type { Phrase } from './phrase.ts'

/**
 * Joins "I", "we" and "you" with those of the same speaker, and the "I" of a quotation with who speaks it.
 * `turnOf` tells who speaks outside quotations, where that is known.
 */
export function joinSpeakers(
  phrases: readonly Phrase[],
  { quotations }: DocumentClaims,
  chainOf: (phrase: Phrase) => number,
  turnOf: (phrase: Phrase) => string,
  join: Join,
): void {
  const byId = new Map(phrases.flatMap((p) => (p.mention ? [[p.mention.id, p] as const] : [])))
  const personAt = new Map<number, Phrase>()
  for (const phrase of phrases)
    if (phrase.kind === 'name' && phrase.mention?.type === 'Person')
      personAt.set(phrase.mention.start, phrase)
  const last = new Map<string, Phrase>()
  for (const phrase of phrases) {
    const { pronoun } = phrase
    if (!pronoun || pronoun.person === 3) continue
    const id = quotations[phrase.quotation]?.speaker
    const speaker = id === undefined ? undefined : personSpeaking(byId.get(id), personAt)
    const who =
      phrase.quotation < 0
        ? `turn ${turnOf(phrase)}`
        : speaker
          ? `speaker ${chainOf(speaker)}`
          : `quotation ${phrase.quotation}`
    const key = `${pronoun.person} ${pronoun.number ?? ''} ${who}`
    const earlier = last.get(key)
    if (earlier) join(phrase, earlier, 'speaker', phrase.quotation >= 0 && speaker ? 0.9 : 0.75)
    last.set(key, phrase)
    if (speaker && pronoun.person === 1 && (speaker.pronoun?.person ?? 3) === 3) {
      const plural = pronoun.number === 'plural'
      const body = speaker.animacy === 'group' || speaker.number === 'plural'
      if (plural ? body : speaker.number !== 'plural' && speaker.animacy !== 'group')
        join(phrase, speaker, 'speaker', 0.93)
    }
  }
}

/** The speaker a quotation names; "Mayor of London Ruth Amsel said" is Ruth Amsel, whichever word heads it. */
function personSpeaking(
  speaker: Phrase | undefined,
  personAt: ReadonlyMap<number, Phrase>,
): Phrase | undefined {
  if (!speaker || (speaker.animacy === 'person' && !speaker.title)) return speaker
  const end = speaker.mention?.end ?? speaker.end
  const person = personAt.get(end + 1) ?? personAt.get(end + 2)
  if (person?.sentence === speaker.sentence) return person
  return speaker.animacy === 'thing' ? undefined : speaker
}
