/** What a personal pronoun says of what it stands for. */
export interface PronounForm {
  readonly person: 1 | 2 | 3
  readonly number?: 'singular' | 'plural'
  readonly gender?: 'feminine' | 'masculine' | 'neuter'
  readonly reflexive: boolean
  readonly possessive: boolean
}

const rows: readonly (readonly [
  string,
  PronounForm['person'],
  PronounForm['number'],
  PronounForm['gender'],
])[] = [
  ['i me my mine myself', 1, 'singular', undefined],
  ['we us our ours ourselves', 1, 'plural', undefined],
  ['you your yours yourself yourselves', 2, undefined, undefined],
  ['he him his himself', 3, 'singular', 'masculine'],
  ['she her hers herself', 3, 'singular', 'feminine'],
  ['it its itself', 3, 'singular', 'neuter'],
  ['they them their theirs themselves themself', 3, 'plural', undefined],
]
const possessives = new Set('my our your his her its their'.split(' '))

/** Personal pronouns by their form in small letters. "This", "that" and relative pronouns are not among them. */
export const pronounForms: ReadonlyMap<string, PronounForm> = new Map(
  rows.flatMap(([words, person, number, gender]) =>
    words.split(' ').map((word): [string, PronounForm] => [
      word,
      {
        person,
        ...(number ? { number } : {}),
        ...(gender ? { gender } : {}),
        reflexive: /sel(f|ves)$/.test(word),
        possessive: possessives.has(word),
      },
    ]),
  ),
)
