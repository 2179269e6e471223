import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../src/model/index.ts'
import { loadAnnotator, loadEngine } from '../../src/read/load-annotator.ts'

const engine = loadAnnotator()

/** Checks what holds of every annotation, whatever the text. */
function checkAnnotation(text: string, { tokens, sentences, names }: Annotation): void {
  let last = 0
  for (const { start, end, upos, lemma } of tokens) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
    expect(upos).not.toBe('')
    expect(typeof lemma).toBe('string')
    last = end
  }
  expect(last).toBeLessThanOrEqual(text.length)
  // Nothing but blanks lies between tokens.
  let rest = ''
  let at = 0
  for (const { start, end } of tokens) {
    rest += text.slice(at, start)
    at = end
  }
  expect((rest + text.slice(at)).replace(/[\s\p{Cc}\u200b\u2060\ufeff]/gu, '')).toBe('')
  let next = 0
  for (const { start, end, firstToken, endToken } of sentences) {
    expect(firstToken).toBe(next)
    expect(endToken).toBeGreaterThan(firstToken)
    expect([start, end]).toEqual([tokens[firstToken]!.start, tokens[endToken - 1]!.end])
    const roots = tokens.slice(firstToken, endToken).filter((t) => t.head === -1)
    expect(roots).toHaveLength(1)
    for (let i = firstToken; i < endToken; i++) {
      // Every token reaches the root: the heads are a tree.
      let node = i
      for (let step = 0; node >= 0 && step <= endToken - firstToken; step++) {
        node = tokens[node]!.head!
        if (node >= 0) expect(node >= firstToken && node < endToken).toBe(true)
      }
      expect(node).toBe(-1)
    }
    next = endToken
  }
  expect(next).toBe(tokens.length)
  const starts = new Set(tokens.map((t) => t.start))
  const ends = new Set(tokens.map((t) => t.end))
  for (const { start, end, confidence } of names) {
    expect(starts.has(start) && ends.has(end) && end > start).toBe(true)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
  }
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  // Lone surrogates, controls, other scripts, marks.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
    .map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        'The',
        'Mr.',
        "don't",
        '“',
        '”',
        '…',
        '\n',
        '\n\n',
        ' ',
        '.',
        'U.S.',
        '3.5',
        'שלום',
        '👩‍🚀',
        'said',
        '(',
        ')',
        '’',
        '-',
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
)

describe('the language engine', () => {
  it('gives sound tokens, sentences, trees and names for any string', () => {
    fc.assert(
      fc.property(hostile, (text) => checkAnnotation(text, engine.annotate(text))),
      { numRuns: 400, seed: 1 },
    )
  })

  it('gives the same for the same text, whatever it read before', () => {
    const text = 'Ruth Amsel resigned on Friday. “I will not go,” she had said.'
    const before = engine.annotate(text)
    engine.annotate('Something else entirely, about 14 officers and the IOPC.')
    expect(engine.annotate(text)).toEqual(before)
    expect(loadEngine().annotate(text)).toEqual(before)
  })

  it('takes time in proportion to the length, also without a blank', () => {
    const time = (text: string): number => {
      const start = performance.now()
      engine.annotate(text)
      return performance.now() - start
    }
    for (const unit of ['a', '“', '.', '-', '1', '\u0301', '\ud83d', 'x.y.', "'s"]) {
      time(unit.repeat(2_000))
      const short = Math.max(5, time(unit.repeat(10_000)))
      expect(time(unit.repeat(80_000)) / short).toBeLessThan(8 * 6)
    }
  }, 120_000)

  it('reads ten million characters without a blank', () => {
    const { tokens } = engine.annotate('a'.repeat(10_000_000))
    // A word has an end even where the text has none.
    expect(tokens.at(-1)?.end).toBe(10_000_000)
    expect(tokens.length).toBeLessThan(100_000)
  })

  it.each([
    ["Don't go.", ['Do', "n't", 'go', '.']],
    ['The mayor’s plan', ['The', 'mayor', '’s', 'plan']],
    ['Mr. Keller paid $3.5 million.', ['Mr.', 'Keller', 'paid', '$', '3.5', 'million', '.']],
    ['a well-known, e-mail-like file', ['a', 'well', '-', 'known', ',', 'e-mail', '-', 'like', 'file']],
    ['See https://example.org/a?b=1, please.', ['See', 'https://example.org/a?b=1', ',', 'please', '.']],
    ['“Quoted,” he said…', ['“', 'Quoted', ',', '”', 'he', 'said', '…']],
  ])('cuts "%s" into words', (text, expected) => {
    expect(engine.annotate(text).tokens.map((t) => text.slice(t.start, t.end))).toEqual(expected)
  })

  it.each([
    ['Ruth Amsel left. She had led the port since 2025.', 2],
    ['Mr. Keller met Dr. Vale at 5 p.m. on Friday.', 1],
    ['A headline without a stop\n\nThe story begins here.', 2],
    ['“I will not go.” She left.', 2],
  ])('finds the sentences of "%s"', (text, count) => {
    expect(engine.annotate(text).sentences).toHaveLength(count)
  })

  it('gives lemmas', () => {
    const text = 'The children were running; she has left, and he fined them.'
    const lemmas = engine.annotate(text).tokens.map((t) => t.lemma)
    expect(lemmas).toEqual([
      'the',
      'child',
      'be',
      'run',
      ';',
      'she',
      'have',
      'leave',
      ',',
      'and',
      'he',
      'fine',
      'they',
      '.',
    ])
  })

  it.each([
    ['Ruth Amsel resigned on Friday.', 'flat@0 root@- case@4 obl@2 punct@2', 'Amsel'],
    ['The port of Varnholm opened in May.', 'root@-', 'opened'],
    ['She said that he left.', 'ccomp@1', 'left'],
    ['Keller, who led the port, denied it.', 'acl@0', 'led'],
    ['They bought bread and cheese.', 'conj@2', 'cheese'],
  ])('builds the tree of "%s"', (text, arcs, form) => {
    const { tokens } = engine.annotate(text)
    const at = tokens.findIndex((t) => text.slice(t.start, t.end) === form)
    const arc = ({ head, deprel }: (typeof tokens)[number]): string =>
      `${deprel!.split(':')[0]}@${head! < 0 ? '-' : head}`
    expect(tokens.slice(at, at + arcs.split(' ').length).map(arc)).toEqual(arcs.split(' '))
  })

  it('finds names with their types', () => {
    const text =
      'Mr Keller met Hanna Lindqvist of the National Police Board in London about Operation Lantern.'
    expect(engine.annotate(text).names.map((n) => `${text.slice(n.start, n.end)}/${n.type}`)).toEqual([
      'Keller/Person',
      'Hanna Lindqvist/Person',
      'National Police Board/Organization',
      'London/Place',
      'Operation Lantern/Event',
    ])
  })

  it('annotates tokens that are given, and leaves out layers that are not asked for', () => {
    const given = engine.annotateTokens(
      'a b',
      [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
      [0, 1],
    )
    expect(given.sentences).toHaveLength(2)
    const tagsOnly = loadEngine({ trees: false, names: false })
    expect(tagsOnly.provides).not.toContain('trees')
    expect(tagsOnly.annotate('The port closed.').tokens[0]).not.toHaveProperty('head')
  })
})
