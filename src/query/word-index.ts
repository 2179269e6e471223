/** Texts by the words in them: for each word, in alphabetical order, the numbers of the texts that have it. */
export interface WordIndex {
  readonly words: readonly string[]
  /** Where the texts of each word begin in `texts`; one longer than there are words. */
  readonly starts: Int32Array
  /** Ascending for each word. */
  readonly texts: Int32Array
  /** How many texts there are. */
  readonly size: number
}

/**
 * The index of the words of texts. What stands between blanks is folded to words, once however often it occurs;
 * `fold` must give the same for a text as for its pieces between blanks.
 */
export function indexWords(texts: Iterable<string>, fold: (text: string) => string = String): WordIndex {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const last: number[] = []
  const numberOf = (word: string): number => {
    let number = numbers.get(word)
    if (number === undefined) {
      number = counts.length
      numbers.set(word, number)
      counts.push(0)
      last.push(-1)
    }
    return number
  }
  const folded = new Map<string, readonly number[]>()
  const wordsOf = (piece: string): readonly number[] => {
    let words = folded.get(piece)
    if (!words) {
      words = fold(piece)
        .split(' ')
        .filter((word) => word !== '')
        .map(numberOf)
      folded.set(piece, words)
    }
    return words
  }
  // A pair of word and text for each word of each text, in the order of the texts.
  let pairs = new Int32Array(1 << 16)
  let end = 0
  let text = 0
  for (const whole of texts) {
    for (const piece of whole.split(' '))
      for (const number of wordsOf(piece)) {
        if (last[number] === text) continue
        last[number] = text
        counts[number]!++
        if (end + 2 > pairs.length) {
          const larger = new Int32Array(pairs.length * 2)
          larger.set(pairs)
          pairs = larger
        }
        pairs[end++] = number
        pairs[end++] = text
      }
    text++
  }
  const words = [...numbers.keys()].sort()
  const starts = new Int32Array(words.length + 1)
  const next = new Int32Array(words.length)
  for (const [place, word] of words.entries()) {
    const number = numbers.get(word)!
    next[number] = starts[place]!
    starts[place + 1] = starts[place]! + counts[number]!
  }
  const found = new Int32Array(end / 2)
  for (let i = 0; i < end; i += 2) found[next[pairs[i]!]!++] = pairs[i + 1]!
  return { words, starts, texts: found, size: text }
}

/** The place of the first word that is not before this one. */
function placeOf(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]! < word) low = middle + 1
    else high = middle
  }
  return low
}

/** The texts that have every one of these words or one that begins with it, ascending. */
export function textsWith({ words, starts, texts, size }: WordIndex, asked: readonly string[]): Int32Array {
  const parts = asked.map((word) => {
    const from = placeOf(words, word)
    let to = from
    while (to < words.length && words[to]!.startsWith(word)) to++
    return texts.subarray(starts[from]!, starts[to]!)
  })
  // How many of the words a text has, as far as it has all before; the rarest first, so that few are counted.
  parts.sort((a, b) => a.length - b.length)
  const has = new Uint8Array(size)
  let found = new Int32Array(0)
  for (const [n, part] of parts.entries()) {
    const next = new Int32Array(n === 0 ? part.length : found.length)
    let end = 0
    for (const text of part)
      if (has[text] === n) {
        has[text] = n + 1
        next[end++] = text
      }
    if (end === 0) return new Int32Array(0)
    found = next.subarray(0, end)
  }
  return found.sort()
}
