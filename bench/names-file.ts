import { readFileSync } from 'node:fs'

/** A sentence with its names, as ranges of words (half-open). */
export interface NamedSentence {
  readonly id: string
  readonly forms: readonly string[]
  readonly names: readonly { readonly first: number; readonly end: number; readonly type: string }[]
}

/** Reads CoNLL text of names: the form in the first column, IOB2 labels in another, counted from 0. */
export function parseNames(text: string, column: number): NamedSentence[] {
  const sentences: NamedSentence[] = []
  let forms: string[] = []
  let labels: string[] = []
  let id = ''
  const close = (): void => {
    if (forms.length > 0) {
      const names: { first: number; end: number; type: string }[] = []
      for (let i = 0; i < labels.length; i++) {
        if (!labels[i]!.startsWith('B-')) continue
        let end = i + 1
        while (end < labels.length && labels[end]!.startsWith('I-')) end++
        names.push({ first: i, end, type: labels[i]!.slice(2) })
      }
      sentences.push({ id, forms, names })
    }
    forms = []
    labels = []
  }
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line.trim() === '') close()
    else if (line.startsWith('# ') && !line.includes('\t')) {
      const match = /^# sent_id = (.*)/.exec(line)
      if (match) id = match[1]!.trim()
    } else {
      const cells = line.split('\t')
      forms.push(cells[0]!)
      labels.push(cells[column] ?? 'O')
    }
  }
  close()
  return sentences
}

/** Reads a CoNLL file of names. */
export function readNames(path: string, column: number): NamedSentence[] {
  return parseNames(readFileSync(path, 'utf8'), column)
}
