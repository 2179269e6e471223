import { type Edit, editBetween, LONGEST_ENDING } from '../../src/language/lemmatizer.ts'
import type { TreebankSentence } from '../conllu.ts'
import { jointTag } from './train-tagger.ts'

interface Vote {
  readonly edit: Edit
  count: number
}

const keepsCase = (tag: string): boolean => tag.startsWith('PROPN') || tag.startsWith('X')
const majority = (votes: ReadonlyMap<string, Vote>): Vote =>
  [...votes].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))[0]![1]

/**
 * Learns lemma tables: for every tag and ending of up to six letters the edit most words take, kept where it
 * differs from what the next shorter ending says, and whole words that no ending gets right.
 */
export function learnLemmas(sentences: readonly TreebankSentence[]): {
  words: Map<string, string>
  endings: Map<string, Edit>
} {
  const types = new Map<string, Map<string, number>>()
  for (const sentence of sentences)
    for (let i = 0; i < sentence.forms.length; i++) {
      const tag = jointTag(sentence, i)
      const plain = sentence.forms[i]!.replaceAll('’', "'")
      const form = keepsCase(tag) ? plain : plain.toLowerCase()
      const key = `${tag}\t${form}`
      const lemmas = types.get(key) ?? new Map<string, number>()
      lemmas.set(sentence.lemmas[i]!, (lemmas.get(sentence.lemmas[i]!) ?? 0) + 1)
      types.set(key, lemmas)
    }
  const pairs = [...types].map(([key, lemmas]) => {
    const [tag, form] = key.split('\t') as [string, string]
    const [lemma, count] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    return { tag, form, lemma, count }
  })
  const votes = new Map<string, Map<string, Vote>>()
  for (const { tag, form, lemma } of pairs) {
    const edit = editBetween(form, lemma)
    for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length); length++) {
      if (edit.cut > length + 1) continue
      const key = `${tag} ${form.slice(form.length - length).toLowerCase()}`
      const list = votes.get(key) ?? new Map<string, Vote>()
      const name = `${edit.cut} ${edit.add}`
      const vote = list.get(name)
      if (vote) vote.count++
      else list.set(name, { edit, count: 1 })
      votes.set(key, list)
    }
  }
  const endings = new Map<string, Edit>()
  const best = (tag: string, ending: string): Edit | undefined => {
    for (let from = 0; from <= ending.length; from++) {
      const edit = endings.get(`${tag} ${ending.slice(from)}`)
      if (edit) return edit
    }
    return undefined
  }
  const byLength = [...votes].sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
  for (const [key, list] of byLength) {
    const { edit, count } = majority(list)
    const blank = key.indexOf(' ')
    const tag = key.slice(0, blank)
    const ending = key.slice(blank + 1)
    let total = 0
    for (const vote of list.values()) total += vote.count
    if (ending.length > 0 && (total < 2 || count < 0.6 * total)) continue
    const shorter = ending.length > 0 ? best(tag, ending.slice(1)) : undefined
    if (shorter && shorter.cut === edit.cut && shorter.add === edit.add) continue
    endings.set(key, edit)
  }
  const words = new Map<string, string>()
  for (const { tag, form, lemma, count } of pairs) {
    const edit = best(tag, form.slice(-LONGEST_ENDING).toLowerCase())
    const guess = edit && edit.cut < form.length ? form.slice(0, form.length - edit.cut) + edit.add : form
    if (guess !== lemma && (count > 1 || !keepsCase(tag))) words.set(`${tag} ${form.toLowerCase()}`, lemma)
  }
  return { words, endings }
}
