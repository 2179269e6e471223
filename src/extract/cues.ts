import type { Modality } from '../model/index.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Verbs that give something as claimed, not as known. */
export const allegeVerbs: ReadonlySet<string> = words(
  'allege claim accuse contend assert purport rumour rumor',
)

/** Verbs and adjectives of thinking: what follows is an opinion. */
export const thinkVerbs: ReadonlySet<string> = words(`
  think believe feel hope fear suspect doubt guess assume imagine suppose consider reckon expect wish seem appear pretend
  worry wonder`)

/** Verbs whose complement has not happened yet. */
export const futureVerbs: ReadonlySet<string> = words(`
  plan intend want promise vow pledge propose agree threaten prepare aim seek try attempt offer decide expect need
  go determine ask urge order demand require recommend call advise`)

/** Verbs that say that their complement does not hold. */
export const denyVerbs: ReadonlySet<string> = words('deny refute dispute reject disclaim')

/** Verbs that say that their complement did not come about. */
export const failVerbs: ReadonlySet<string> = words('fail refuse decline forget neglect avoid cease stop')

/** Adverbs that give a thing as heard. */
export const hearsayAdverbs: ReadonlySet<string> = words(
  'reportedly allegedly supposedly apparently purportedly',
)

/** Verbs that bring a thing against somebody without saying that it was so: "accused of", "charged with". */
export const chargeVerbs: ReadonlySet<string> = words(
  'accuse charge suspect investigate arrest question indict sue probe detain',
)

/** Verbs that find that a thing was not so: "cleared of". */
export const clearVerbs: ReadonlySet<string> = words('clear acquit exonerate absolve')

/** Adjectives of what has not happened yet: "is set to". */
export const futureAdjectives: ReadonlySet<string> = words(`
  set due about ready willing keen eager prepared poised bound scheduled determined free entitled reluctant hesitant
  unwilling welcome supposed anxious desperate`)

/** Adjectives of what did not come about: "was unable to". */
export const failAdjectives: ReadonlySet<string> = words('unable powerless incapable')

/** Adjectives that say that what follows is so, or is not: "it is not true that". */
export const trueAdjectives: ReadonlySet<string> = words('true correct right accurate')
export const falseAdjectives: ReadonlySet<string> = words('false untrue wrong incorrect inaccurate')

/** Adverbs of what did not quite happen. */
export const almostAdverbs: ReadonlySet<string> = words('nearly almost')

/** Adjectives of doubt: "it is possible that". */
export const doubtAdjectives: ReadonlySet<string> = words(
  'possible likely unlikely probable doubtful conceivable plausible',
)

/** Adverbs of doubt. */
export const doubtAdverbs: ReadonlySet<string> = words('perhaps maybe possibly probably likely presumably')

/** Auxiliaries by what they make of a clause. */
export const futureAuxiliaries: ReadonlySet<string> = words("will shall 'll wo")
export const conditionalAuxiliaries: ReadonlySet<string> = words("would 'd")
export const doubtAuxiliaries: ReadonlySet<string> = words('may might could can must should ought')

/** Marks that open a condition. */
export const conditionMarks: ReadonlySet<string> = words('if unless whether provided')

export const negators: ReadonlySet<string> = words("not n't never no neither nor hardly scarcely without")

const clauseNounsByModality: readonly (readonly [Modality, string])[] = [
  ['alleged', 'claim allegation rumour rumor accusation suggestion speculation'],
  [
    'future',
    `plan intention promise decision threat attempt bid proposal call demand request appeal offer order pressure`,
  ],
  ['opinion', 'hope fear belief possibility likelihood idea suspicion concern'],
  ['reported', 'evidence report statement warning'],
  ['conditional', 'condition'],
  ['denied', 'denial'],
]

/** A noun that gives its clause as said or hoped: "the claim that", "plans to", "no evidence that". */
export const clauseNouns: ReadonlyMap<string, Modality> = new Map(
  clauseNounsByModality.flatMap(([modality, nouns]) => [...words(nouns)].map((noun) => [noun, modality])),
)
