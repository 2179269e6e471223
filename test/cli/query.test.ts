import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { buildGraph, writeGraph } from '../../src/graph/index.ts'
import { madeCorpus } from '../graph/made-graph.ts'
import { freshFolder, inShell, redthread } from './run-redthread.ts'
import { writeSmallGraph } from './small-graph.ts'

const out = freshFolder()
writeSmallGraph(out)
const query = (...args: string[]): ReturnType<typeof redthread> => redthread(['query', out, ...args])

/** Each question: its arguments, a line of its table, how many items and how many rows of CSV it has. */
const questions: readonly [args: string[], line: string, items: number, rows: number][] = [
  [['relations'], 'Hugo Ito | not criticised | Ada Carver [denied; 1 origin]', 4, 4],
  [['relations', '--subject', 'Ito', '--polarity', 'negative'], '[denied; said by Hugo Ito]', 1, 1],
  [['show', 'Ada Carver'], 'also: Ms Carver', 1, 3],
  [['path', 'Hugo Ito', 'Port Ness'], 'Hugo Ito – Ada Carver – Harbour Board – Port Ness', 1, 4],
  [['neighbours', 'Ada Carver'], 'Harbour Board (organization/harbour-board)', 2, 3],
  [['timeline'], '2019/..', 1, 1],
  [['timeline', '--undated'], '2021-04-01 (told)', 4, 4],
  [['search', 'carver', 'board'], '“Ada Carver has worked for the Harbour Board since 2019.”', 1, 1],
  [['search', 'ness'], 'Port Ness (place/port-ness)', 2, 2],
  [['contradictions'], 'polarity', 1, 2],
  [['why', 'Ada Carver', 'Harbour Board'], 'The Quay, 2021-04-01, ness.txt:0-55 [asserted]', 1, 1],
  [['stats'], '        4  relations', 18, 18],
]

describe('redthread query', () => {
  test.each(questions)('answers %j as a table', (args, line) => {
    const { code, out: text } = query(...args)
    expect(code).toBe(0)
    expect(text).toContain(line)
  })

  test.each(questions)('answers %j as JSON, with the question in it', (args, _line, items) => {
    const answer = JSON.parse(query(...args, '--format', 'json').out)
    expect(answer.question).toBe(args[0])
    expect(answer.items).toHaveLength(items)
  })

  test.each(questions)('answers %j as lines of JSON, an item each', (args, _line, items) => {
    const lines = query(...args, '--format', 'jsonl')
      .out.trimEnd()
      .split('\n')
    expect(lines).toHaveLength(items)
    expect(lines.every((line) => typeof JSON.parse(line) === 'object')).toBe(true)
  })

  test.each(questions)('answers %j as CSV with a header', (args, _line, _items, rows) => {
    const records = parse(query(...args, '--format', 'csv').out, { columns: true }) as unknown[]
    expect(records).toHaveLength(rows)
  })

  test('leaves the evidence out where it is not wanted', () => {
    const { out: text } = query('relations', '--no-evidence', '--limit', '1')
    expect(text.trimEnd().split('\n')).toHaveLength(1)
    expect(text).not.toContain('“')
  })

  test('takes filters as lists and says what they left out', () => {
    const { out: text, err } = query('relations', '--relation', 'works-for,located-in', '--since', '2018')
    expect(text).toContain('Ada Carver | works for | Harbour Board [2019/..; asserted; 1 origin]')
    expect(text).not.toContain('located in')
    expect(err).toContain('1 relation that would match otherwise has no time')
  })

  test('says which entity a part of a name stands for', () => {
    expect(query('show', 'carver').err).toContain('"carver" stands for Ada Carver (person/ada-carver).')
  })

  test('says that nothing was found, with exit code 0', () => {
    const { code, out: text, err } = query('relations', '--subject', 'Port Ness')
    expect([code, text]).toEqual([0, ''])
    expect(err).toContain('Nothing found.')
  })

  test.each([
    [['relatons'], 'Did you mean "relations"?'],
    [['path', 'Ada Carver'], 'path takes 2 names, not 1'],
    [['stats', '--count', '2'], 'stats takes no --count'],
    [['show', 'Ada Carvr'], 'Did you mean "Ada Carver"?'],
    [['relations', '--modality', 'deneid'], 'Did you mean "denied"?'],
    [['relations', '--since', 'spring'], 'Write 2020, 2020-03 or 2020-03-15.'],
    [['relations', '--limit', 'all'], 'Give a whole number from 1.'],
    [['relations', '--formt', 'csv'], '(Did you mean --format?)'],
    [['relations', '--format', 'xml'], 'table, json, jsonl, csv'],
  ])('refuses %j with exit code 2 and says what to write', (args, message) => {
    const { code, out: text, err } = query(...args)
    expect([code, text]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  test('says where there is no graph, with exit code 3', () => {
    const { code, err } = redthread(['query', `${out}/none`, 'stats'])
    expect(code).toBe(3)
    expect(err).toContain('redthread build INPUT...')
  })

  test('ends without a word when its reader leaves before the end', () => {
    const large = freshFolder()
    writeGraph(buildGraph(madeCorpus({ entities: 200, relations: 800 })), large)
    const { code, out: text, err } = inShell(`redthread query ${large} relations --format jsonl | head -c 1`)
    expect([code, text, err]).toEqual([0, '{', ''])
  })
})
