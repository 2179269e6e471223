/** The gender that a pronoun tells. */
export const pronounGender: Readonly<Record<string, 'feminine' | 'masculine' | 'neuter'>> = {
  she: 'feminine',
  her: 'feminine',
  hers: 'feminine',
  herself: 'feminine',
  he: 'masculine',
  him: 'masculine',
  his: 'masculine',
  himself: 'masculine',
  it: 'neuter',
  its: 'neuter',
  itself: 'neuter',
}
/** Pronouns for more than one. */
export const pluralPronouns: ReadonlySet<string> = new Set(
  'they them their theirs themselves we us our ours ourselves these those'.split(' '),
)
/** Pronouns for one whose gender they do not tell. */
export const otherPronouns: ReadonlySet<string> = new Set(
  'i me my mine myself you your yours yourself who which that this one another'.split(' '),
)
/** Nouns for women. */
export const feminineNouns: ReadonlySet<string> = new Set(
  `woman girl mother daughter sister wife aunt niece grandmother granddaughter widow girlfriend mum mom bride
  heroine actress waitress queen princess duchess countess baroness empress goddess nun spokeswoman
  chairwoman businesswoman policewoman congresswoman schoolgirl stepmother lady`.split(/\s+/),
)
/** Nouns for men. */
export const masculineNouns: ReadonlySet<string> = new Set(
  `man boy father son brother husband uncle nephew grandfather grandson widower boyfriend dad groom hero actor
  waiter king prince duke count emperor god monk spokesman chairman businessman policeman congressman
  schoolboy stepfather gentleman guy fisherman`.split(/\s+/),
)
const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The number that a numeral says, written in figures or, up to twelve, in words. */
export function numberOf(word: string): number | undefined {
  const index = numberWords.indexOf(word.toLowerCase())
  if (index >= 0) return index
  return /^\d{1,3}(,\d{3})*$|^\d+$/.test(word) ? Number(word.replaceAll(',', '')) : undefined
}
