/**
 * A sorted list of words with one small number each, front-coded: every line is the count of characters
 * shared with the word before (one character from `0`), the rest of the word, a tab, the number in base 36.
 */
export function encodeWordList(words: ReadonlyMap<string, number>): string {
  const sorted = [...words.keys()].sort()
  let last = ''
  const lines = sorted.map((word) => {
    let shared = 0
    while (shared < 60 && shared < last.length && last[shared] === word[shared]) shared++
    last = word
    return `${String.fromCharCode(48 + shared)}${word.slice(shared)}\t${words.get(word)!.toString(36)}`
  })
  return lines.join('\n')
}

/** Reads what `encodeWordList` wrote. */
export function decodeWordList(lines: readonly string[]): Map<string, number> {
  const words = new Map<string, number>()
  let last = ''
  for (const line of lines) {
    const tab = line.indexOf('\t')
    const word = last.slice(0, line.charCodeAt(0) - 48) + line.slice(1, tab)
    words.set(word, Number.parseInt(line.slice(tab + 1), 36))
    last = word
  }
  return words
}
