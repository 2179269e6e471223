import { stemmer } from 'stemmer'

/** Words that say nothing of what a sentence is about. */
const functionWords = new Set(
  `a about after all also am an and any are as at be because been before being both but by can could did do does doing
  during each either for from further had has have having he her here hers him his how i if in into is it its itself
  may me might more most must my no nor not of off on once only or other our out over own same shall she should so some
  such than that the their them then there these they this those through to too under until up upon us very was we were
  what when where which while who whom whose why will with within without would you your`.split(/\s+/),
)

/** The stems (Porter 1980) of the words of a text that carry content, each once. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.filter((word) => !functionWords.has(word) && word !== 's').map((word) => stemmer(word)),
  )
}
