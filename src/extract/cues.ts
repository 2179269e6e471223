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

/** A noun that gives its clause as said or hoped: "the claim that", "plans to", "no evidence that". */
export const clauseNouns: Readonly<Record<string, Modality>> = {
  claim: 'alleged',
  allegation: 'alleged',
  rumour: 'alleged',
  rumor: 'alleged',
  accusation: 'alleged',
  suggestion: 'alleged',
  plan: 'future',
  intention: 'future',
  promise: 'future',
  decision: 'future',
  threat: 'future',
  attempt: 'future',
  bid: 'future',
  proposal: 'future',
  hope: 'opinion',
  fear: 'opinion',
  belief: 'opinion',
  possibility: 'opinion',
  likelihood: 'opinion',
  evidence: 'reported',
  report: 'reported',
  statement: 'reported',
  condition: 'conditional',
  denial: 'denied',
}
