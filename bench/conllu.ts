import { readFileSync } from 'node:fs'

/** A sentence of a treebank. Heads count from 1, 0 is the root; words of multiword tokens stand alone. */
export interface TreebankSentence {
  readonly id: string
  readonly document: string
  /** Whether a paragraph begins here. */
  readonly paragraph: boolean
  readonly forms: string[]
  readonly lemmas: string[]
  readonly upos: string[]
  readonly xpos: string[]
  readonly feats: string[]
  readonly heads: number[]
  readonly relations: string[]
  /** Whether a blank follows the word in the text. */
  readonly spaceAfter: boolean[]
}

/**
 * Reads CoNLL-U text, with or without comments. Empty nodes are skipped; of a multiword token only the blank after it
 * is used.
 */
export function parseConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ''
  let id = ''
  let paragraph = true
  let current: TreebankSentence | undefined
  let multiwordEnd = 0
  let multiwordSpace = true
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line.trim() === '') {
      if (current) sentences.push(current)
      current = undefined
      multiwordEnd = 0
    } else if (line.startsWith('#')) {
      const pair = /^# (newdoc id|sent_id) = (.*)/.exec(line)
      if (pair?.[1] === 'newdoc id') document = pair[2]!.trim()
      if (pair?.[1] === 'sent_id') id = pair[2]!.trim()
      if (/^# (newdoc|newpar)\b/.test(line)) paragraph = true
    } else {
      const cells = line.split('\t')
      const range = /^\d+-(\d+)$/.exec(cells[0]!)
      const space = !/(^|\|)SpaceAfter=No(\||$)/.test(cells[9] ?? '')
      if (range) {
        multiwordEnd = Number(range[1])
        multiwordSpace = space
      }
      if (!/^\d+$/.test(cells[0]!)) continue
      if (!current) {
        current = emptySentence(id, document, paragraph)
        paragraph = false
      }
      const place = Number(cells[0])
      current.forms.push(cells[1]!)
      current.lemmas.push(cells[2]!)
      current.upos.push(cells[3]!)
      current.xpos.push(cells[4]!)
      current.feats.push(cells[5]!)
      current.heads.push(Number(cells[6]))
      current.relations.push(cells[7]!)
      current.spaceAfter.push(place < multiwordEnd ? false : place === multiwordEnd ? multiwordSpace : space)
    }
  }
  if (current) sentences.push(current)
  return sentences
}

function emptySentence(id: string, document: string, paragraph: boolean): TreebankSentence {
  return {
    id,
    document,
    paragraph,
    forms: [],
    lemmas: [],
    upos: [],
    xpos: [],
    feats: [],
    heads: [],
    relations: [],
    spaceAfter: [],
  }
}

/** Reads a CoNLL-U file. */
export function readTreebank(path: string): TreebankSentence[] {
  return parseConllu(readFileSync(path, 'utf8'))
}

/** The text of a treebank: paragraphs parted by a blank line, sentences by a blank, with each word's offsets. */
export function textOf(sentences: readonly TreebankSentence[]): {
  readonly text: string
  readonly words: readonly (readonly { readonly start: number; readonly end: number }[])[]
} {
  let text = ''
  const words = sentences.map((sentence, index) => {
    if (index > 0 && sentence.paragraph) text = `${text.trimEnd()}\n\n`
    return sentence.forms.map((form, i) => {
      const start = text.length
      text += form
      if (sentence.spaceAfter[i]) text += ' '
      return { start, end: start + form.length }
    })
  })
  return { text, words }
}
