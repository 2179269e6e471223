import { keyOf, rowOf } from './judgement.ts'
import type { PlacedClaim } from './placed-claims.ts'

/** What the judge of a claim sees: its key, what was read and how it stands, the rule, and the sentence. */
export function sheetOf(placed: PlacedClaim): string {
  const { text, claim, mentions } = placed
  const words = ({ start, end }: { start: number; end: number }): string =>
    text.slice(start, end).replace(/\s+/g, ' ')
  const type = (id: string): string => mentions.get(id)?.type ?? mentions.get(id)?.kind ?? '?'
  const speakers = claim.speakers.flatMap((id) => mentions.get(id)?.text ?? []).join(' > ')
  const standing = [
    claim.polarity === 'negative' ? 'NOT' : '',
    claim.modality === 'asserted' ? '' : claim.modality,
    speakers && `by ${speakers}`,
    ...claim.qualifiers.map((q) => `[${q.role}: ${words(q)}]`),
  ]
  return [
    `${keyOf(rowOf(placed))}  ${words(claim.subjectSpan)} (${type(claim.subject)}) | ${claim.relation} | ` +
      `${words(claim.objectSpan)} (${type(claim.object)})  ${standing.filter(Boolean).join(' ')}`,
    `    ${claim.rule}`,
    `    ${words({ start: claim.start, end: claim.end })}`,
  ].join('\n')
}
