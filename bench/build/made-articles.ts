import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../../src/graph/index.ts'
import { readTreebank } from '../conllu.ts'

interface Word {
  readonly form: string
  readonly spaced: boolean
  readonly tag: string
}

/** Sentences of a treebank as words with their tags. */
function sentencesOf(file: string): Word[][] {
  return readTreebank(file).map(({ forms, xpos, spaceAfter }) =>
    forms.map((form, i) => ({ form, tag: xpos[i]!, spaced: spaceAfter[i]! })),
  )
}

/** The tags whose words are exchanged for others of the same tag, and how often. */
const exchanged: Readonly<Record<string, number>> = { NNP: 1, NN: 0.5, NNS: 0.5, CD: 0.5, JJ: 0.3 }

/**
 * Writes articles of some 600 words: sentences of a treebank in random order, in which names, nouns, numbers and some
 * adjectives are exchanged for others of the treebank, so that the language is that of real text and no two articles
 * are copies. The same arguments give the same files.
 */
export function writeArticles(treebank: string, folder: string, count: number): number {
  const sentences = sentencesOf(treebank).filter((words) => words.length > 4)
  const pool = new Map<string, string[]>()
  for (const { form, tag } of sentences.flat())
    if (tag in exchanged) {
      const list = pool.get(tag)
      if (list) list.push(form)
      else pool.set(tag, [form])
    }
  let total = 0
  for (let number = 0; number < count; number++) {
    const random = seededRandom(number + 1)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
    const names = new Map<string, string>()
    const exchange = ({ form, tag }: Word): string => {
      if (random() >= (exchanged[tag] ?? 0)) return form
      if (tag !== 'NNP') return pick(pool.get(tag)!)
      // One name stays one name within an article.
      const known = names.get(form) ?? pick(pool.get(tag)!)
      names.set(form, known)
      return known
    }
    let words = 0
    let text = ''
    while (words < 600) {
      const sentence = pick(sentences)
      words += sentence.length
      text += sentence
        .map((word) => exchange(word) + (word.spaced ? ' ' : ''))
        .join('')
        .trim()
      text += random() < 0.3 ? '\n\n' : ' '
    }
    total += words
    const sub = join(folder, String(number % 100).padStart(2, '0'))
    mkdirSync(sub, { recursive: true })
    const day = `${2020 + (number % 10)}-${String(1 + (number % 12)).padStart(2, '0')}-11`
    writeFileSync(
      join(sub, `${String(number).padStart(5, '0')}.md`),
      `---\ntitle: Report ${number}\ndate: ${day}\npublisher: Paper ${number % 37}\n---\n\n${text.trim()}\n`,
    )
  }
  return total
}
