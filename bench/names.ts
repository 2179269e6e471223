import { parseArgs } from 'node:util'
import nlp from 'compromise/three'
import { loadAnnotator } from '../src/read/load-annotator.ts'
import { readNames } from './names-file.ts'

// Names on gold tokens, scored by exact span (and type), with compromise's figures beside.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    column: { type: 'string', default: '5' },
    raw: { type: 'boolean', default: false },
  },
})
const [file] = positionals
if (file === undefined) {
  console.error('Name a file: npm run bench:names -- FILE.conll [--raw] [--column N] [--json]')
  process.exit(2)
}
const types = ['PER', 'LOC', 'ORG']
const sentences = readNames(file, Number(values.column))

interface Score {
  p: number
  r: number
  f1: number
}
type Span = { readonly first: number; readonly end: number; readonly type: string }

/** Precision, recall and F1 over all sentences: exact spans, exact spans with types, and each type alone. */
function score(found: readonly (readonly Span[])[]): {
  span: Score
  typed: Score
  perType: Record<string, Score>
} {
  const rate = (name: (span: Span) => string, keep: (span: Span) => boolean): Score => {
    let right = 0
    let wanted = 0
    let given = 0
    sentences.forEach((sentence, k) => {
      const gold = new Set(sentence.names.filter((n) => types.includes(n.type) && keep(n)).map(name))
      const ours = found[k]!.filter(keep)
      wanted += gold.size
      given += ours.length
      right += ours.filter((span) => gold.has(name(span))).length
    })
    const round = (value: number): number => Math.round(1000 * value) / 1000
    return {
      p: round(right / (given || 1)),
      r: round(right / (wanted || 1)),
      f1: round((2 * right) / (given + wanted || 1)),
    }
  }
  const typed = (s: Span): string => `${s.first} ${s.end} ${s.type}`
  return {
    span: rate(
      (s) => `${s.first} ${s.end}`,
      () => true,
    ),
    typed: rate(typed, () => true),
    perType: Object.fromEntries(types.map((type) => [type, rate(typed, (s) => s.type === type)])),
  }
}

const engine = loadAnnotator()
const toLabel: Readonly<Record<string, string>> = {
  Person: 'PER',
  Place: 'LOC',
  Facility: 'LOC',
  Organization: 'ORG',
}

/** Spans of characters in a sentence joined with blanks, turned back into words. */
function wordsOf(
  forms: readonly string[],
  spans: readonly { start: number; end: number; type: string }[],
): Span[] {
  const starts = new Map<number, number>()
  const ends = new Map<number, number>()
  let at = 0
  forms.forEach((form, i) => {
    starts.set(at, i)
    ends.set(at + form.length, i + 1)
    at += form.length + 1
  })
  return spans.flatMap(({ start, end, type }) => {
    const first = starts.get(start)
    const last = ends.get(end)
    return first === undefined || last === undefined ? [] : [{ first, end: last, type }]
  })
}

function compromiseSpans(forms: readonly string[]): Span[] {
  const doc = nlp(forms.join(' '))
  const of = (view: { json(options: object): unknown }, type: string) =>
    (view.json({ offset: true }) as { offset: { start: number; length: number }; text: string }[]).map(
      ({ offset, text }) => {
        const trimmed = text.replace(/[\s.,;:!?'")]+$/, '')
        return { start: offset.start, end: offset.start + trimmed.length, type }
      },
    )
  return wordsOf(forms, [
    ...of(doc.people(), 'PER'),
    ...of(doc.places(), 'LOC'),
    ...of(doc.organizations(), 'ORG'),
  ])
}

const ours = score(
  sentences.map(({ forms }) =>
    values.raw
      ? wordsOf(
          forms,
          engine
            .annotate(forms.join(' '))
            .names.flatMap((n) => (toLabel[n.type] ? [{ ...n, type: toLabel[n.type]! }] : [])),
        )
      : engine.analyse(forms).names,
  ),
)
const peer = score(sentences.map(({ forms }) => compromiseSpans(forms)))
if (values.json) console.log(JSON.stringify({ ...ours, compromise: peer }))
else
  for (const [name, result] of [
    ['redthread', ours],
    ['compromise', peer],
  ] as const) {
    const show = ({ p, r, f1 }: Score): string => `P ${p.toFixed(3)} R ${r.toFixed(3)} F ${f1.toFixed(3)}`
    console.log(`${name.padEnd(12)}span  ${show(result.span)}\n${' '.repeat(12)}typed ${show(result.typed)}`)
    for (const [type, value] of Object.entries(result.perType))
      console.log(`${' '.repeat(12)}${type}   ${show(value)}`)
  }
