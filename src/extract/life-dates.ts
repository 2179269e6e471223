import type { Extractor, Reading } from './extractor.ts'

const reach = 60

/**
 * Reads the dates of a life in brackets after a person's name: "Ada Lindqvist (8 September 1841 – 1 May 1904)",
 * "(born 3 May 1950)". What else stands in the brackets, such as how the name is spoken, does not matter.
 */
export const lifeDates: Extractor = {
  name: 'life-dates',
  version: '1',
  requires: ['tokens', 'sentences', 'names', 'mentions', 'times'],
  emits: () => ['born-in', 'died-in'],
  *extract({ tree, mentions }): Generator<Reading> {
    const dates = mentions.filter((m) => m.kind === 'value' && m.time)
    for (const person of mentions) {
      if (person.type !== 'Person' || person.kind !== 'named') continue
      const open = person.endToken
      if (tree.tokens[open] === undefined || tree.form(open) !== '(') continue
      let close = open + 1
      for (let depth = 1; close < open + reach && tree.tokens[close] !== undefined; close++) {
        if (tree.form(close) === '(') depth++
        if (tree.form(close) === ')' && --depth === 0) break
      }
      const inside = dates.filter((d) => d.firstToken > open && d.endToken <= close)
      const [birth, death] = inside
      if (!birth || inside.length > 2) continue
      const reading = (relation: string, label: string, date: typeof birth): Reading => ({
        relation,
        label,
        subject: { token: person.token },
        object: { token: date.token },
        predicate: person.token,
        relationSpan: { start: date.start, end: date.end },
        rule: 'dates in brackets',
        confidence: 0.9,
        times: [date.time!],
      })
      const between = death && tree.text.slice(birth.end, death.start)
      const before = tree.lower(birth.firstToken - 1)
      if (death && between !== undefined && /^\s*[–—-]\s*$/.test(between)) {
        yield reading('born-in', 'was born in', birth)
        yield reading('died-in', 'died in', death)
      } else if (!death && /^(born|b\.)$/.test(before)) yield reading('born-in', 'was born in', birth)
      else if (!death && /^(died|d\.|†)$/.test(before)) yield reading('died-in', 'died in', birth)
    }
  },
}
