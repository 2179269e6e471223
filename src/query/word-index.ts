/** Texts by the words in them: for each word, in alphabetical order, the numbers of the texts that have it. */
export interface WordIndex {
  readonly words: readonly string[]
  /** Where the texts of each word begin in `texts`; one longer than there are words. */
  readonly starts: Int32Array
  /** Ascending for each word. */
  readonly texts: Int32Array
}

/** The index of texts whose words are divided by single blanks. */
export function indexWords(texts: Iterable<string>): WordIndex {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const last: number[] = []
  // A pair of word and text for each word of each text, in the order of the texts.
  let pairs = new Int32Array(1 << 16)
  let size = 0
  let text = 0
  for (const folded of texts) {
    for (const word of folded.split(' ')) {
      if (word === '') continue
      let number = numbers.get(word)
      if (number === undefined) {
        number = counts.length
        numbers.set(word, number)
        counts.push(0)
        last.push(-1)
      }
      if (last[number] === text) continue
      last[number] = text
      counts[number]!++
      if (size + 2 > pairs.length) {
        const larger = new Int32Array(pairs.length * 2)
        larger.set(pairs)
        pairs = larger
      }
      pairs[size++] = number
      pairs[size++] = text
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
  const found = new Int32Array(size / 2)
  for (let i = 0; i < size; i += 2) found[next[pairs[i]!]!++] = pairs[i + 1]!
  return { words, starts, texts: found }
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
export function textsWith({ words, starts, texts }: WordIndex, asked: readonly string[]): number[] {
  const parts = asked.map((word) => {
    const from = placeOf(words, word)
    let to = from
    while (to < words.length && words[to]!.startsWith(word)) to++
    return { from, to, size: starts[to]! - starts[from]! }
  })
  // The rarest first: the others are looked for among its texts only.
  parts.sort((a, b) => a.size - b.size)
  let found: number[] | undefined
  for (const { from, to } of parts) {
    const own = texts.subarray(starts[from]!, starts[to]!)
    if (!found) {
      found = to - from === 1 ? [...own] : [...new Set(own)].sort((a, b) => a - b)
      continue
    }
    if (found.length === 0) break
    if (to - from === 1 && found.length * 16 < own.length) found = found.filter((text) => holds(own, text))
    else {
      const set = new Set(own)
      found = found.filter((text) => set.has(text))
    }
  }
  return found ?? []
}

/** Whether an ascending list has a number. */
function holds(list: Int32Array, number: number): boolean {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < number) low = middle + 1
    else high = middle
  }
  return list[low] === number
}
