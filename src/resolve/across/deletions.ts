/**
 * The words that are left when one letter is taken from a word, and the word itself: two words that are one
 * edit or one swap apart share one of them (deletion neighbourhood; Bocek, Hunt & Stiller 2007).
 */
export function deletions(word: string): Set<string> {
  const found = new Set([word])
  for (let i = 0; i < word.length; i++) found.add(word.slice(0, i) + word.slice(i + 1))
  return found
}
