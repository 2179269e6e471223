/** A mention of the gold data: first and last token, both inclusive, and the thing it refers to. */
export interface GoldMention {
  readonly first: number
  readonly last: number
  readonly entity: string
}

/** A document of the data: its tokens, where sentences end if blank lines say so, and its mentions. */
export interface GoldDocument {
  readonly id: string
  readonly tokens: readonly string[]
  /** Index of the first token of each sentence; empty where the file does not tell. */
  readonly sentences: readonly number[]
  readonly mentions: readonly GoldMention[]
}

/**
 * Reads the CoNLL format of OntoGUM: `#begin document (ID)`, then a line per token with document, number,
 * word and the opening and closing mentions (`(12|(3)`). Brackets that do not match are left out.
 */
export function readOntogum(text: string): GoldDocument[] {
  const documents: GoldDocument[] = []
  let current:
    | {
        id: string
        tokens: string[]
        sentences: Set<number>
        mentions: GoldMention[]
        open: Map<string, number[]>
      }
    | undefined
  for (const line of text.split(/\r?\n/)) {
    const begin = /^#begin document \(([^)]*)\)/.exec(line)
    if (begin) {
      current = { id: begin[1]!, tokens: [], sentences: new Set(), mentions: [], open: new Map() }
      const { id, tokens, mentions } = current
      const { sentences } = current
      documents.push({
        id,
        tokens,
        mentions,
        get sentences() {
          const starts = [...sentences].filter((start) => start < tokens.length)
          return starts.length > 1 ? starts : []
        },
      })
      current.sentences.add(0)
      continue
    }
    if (!current || line.startsWith('#')) continue
    const columns = line.split(/\t|\s{2,}/)
    if (columns.length < 4) {
      if (line.trim() === '' && current.tokens.length > 0) current.sentences.add(current.tokens.length)
      continue
    }
    const token = current.tokens.length
    current.tokens.push(columns[2] ?? '')
    for (const part of (columns.at(-1) ?? '-').split('|')) {
      const mark = /^(\()?(\d+)(\))?$/.exec(part)
      if (!mark) continue
      const entity = mark[2]!
      const starts = current.open.get(entity) ?? []
      if (mark[1]) starts.push(token)
      current.open.set(entity, starts)
      const first = mark[3] ? starts.pop() : undefined
      if (first !== undefined) current.mentions.push({ first, last: token, entity })
    }
  }
  return documents
}
