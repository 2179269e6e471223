import { irregularVerbs, verbPrefixes } from './irregular-verbs.ts'

/** How a form becomes its lemma: characters cut from its end, and what is put there. */
export interface Edit {
  readonly cut: number
  readonly add: string
}

/** The tables of a lemmatizer: whole words first, then the longest known ending of each tag. */
export interface LemmaTables {
  /** By `tag form`, the form in lower case. */
  readonly words: ReadonlyMap<string, string>
  /** By `tag ending`; the empty ending is the tag's default. */
  readonly endings: ReadonlyMap<string, Edit>
}

/** How many forms of a tag are remembered before they are forgotten. */
const REMEMBERED = 20_000

/** The longest ending that rules look at. */
export const LONGEST_ENDING = 6

/** Applies an edit to a form. */
export function applyEdit(form: string, { cut, add }: Edit): string {
  return form.slice(0, form.length - cut) + add
}

/** The edit that makes a lemma from a form: what they share at the start stays. */
export function editBetween(form: string, lemma: string): Edit {
  let shared = 0
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++
  return { cut: form.length - shared, add: lemma.slice(shared) }
}

/** Tags whose lemma keeps the letters' case: names and letters. */
const keepsCase = (tag: string): boolean => tag.startsWith('PROPN') || tag.startsWith('X')

/** Gives words their lemmas from tables learnt from a treebank. */
export class Lemmatizer {
  readonly #tables: LemmaTables
  readonly #isVerb: (word: string) => boolean
  /** Lemmas worked out already: by tag, then by form. */
  readonly #known = new Map<string, Map<string, string>>()

  /** `isVerb` asks a dictionary; it decides between stems with and without a final e. */
  constructor(tables: LemmaTables, isVerb: (word: string) => boolean) {
    this.#tables = tables
    this.#isVerb = isVerb
  }

  /** The lemma of a form with its tag `UPOS|XPOS`. Typographic apostrophes count as plain ones. */
  lemma(form: string, tag: string): string {
    let known = this.#known.get(tag)
    if (!known) {
      known = new Map()
      this.#known.set(tag, known)
    }
    let lemma = known.get(form)
    if (lemma === undefined) {
      if (known.size >= REMEMBERED) known.clear()
      lemma = this.#derive(form, tag)
      known.set(form, lemma)
    }
    return lemma
  }

  #derive(written: string, tag: string): string {
    const plain = written.replaceAll('’', "'")
    const form = keepsCase(tag) ? plain : plain.toLowerCase()
    const irregular = /^VERB.*VB[DN]$/.test(tag) ? this.#irregular(form, tag) : undefined
    const whole = irregular ?? this.#tables.words.get(`${tag} ${form.toLowerCase()}`)
    if (whole !== undefined) return whole
    for (let length = Math.min(LONGEST_ENDING, form.length - 1); length >= 0; length--) {
      const edit = this.#tables.endings.get(`${tag} ${form.slice(form.length - length).toLowerCase()}`)
      if (edit && edit.cut <= length + 1 && edit.cut < form.length)
        return this.#knownVerb(applyEdit(form, edit), tag, form)
    }
    return form
  }

  /** The lemma of an irregular past form, also behind a prefix: "upheld" goes as "held" does. */
  #irregular(form: string, tag: string): string | undefined {
    const known = irregularVerbs.get(form)
    if (known !== undefined) return known
    for (const prefix of verbPrefixes) {
      if (!form.startsWith(prefix) || form.length < prefix.length + 3) continue
      const rest = form.slice(prefix.length)
      const lemma = this.#tables.words.get(`${tag} ${rest}`) ?? irregularVerbs.get(rest)
      if (lemma !== undefined && this.#isVerb(prefix + lemma)) return prefix + lemma
    }
    return undefined
  }

  /** An inflected verb whose stem is no verb takes the nearest stem that is one. */
  #knownVerb(lemma: string, tag: string, form: string): string {
    if (!tag.startsWith('VERB') || lemma === form) return lemma
    // A short stem doubles its last letter before an ending ("finned"), so "fined" is "fine".
    const short = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(lemma) && /^(ed|ing)$/.test(form.slice(lemma.length))
    if (short && this.#isVerb(`${lemma}e`)) return `${lemma}e`
    if (this.#isVerb(lemma)) return lemma
    const doubled = lemma.at(-1) === lemma.at(-2) ? lemma.slice(0, -1) : ''
    // Endings learnt from a few words cut too much of others: "bribed", "bombed".
    const bare = form.replace(/(ed|ing)$/, '')
    const stems = [`${lemma}e`, doubled, lemma.slice(0, -1), ...(bare === form ? [] : [bare, `${bare}e`])]
    return stems.find((stem) => stem !== '' && this.#isVerb(stem)) ?? lemma
  }
}
