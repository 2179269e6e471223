import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { distinctNames, fileName } from '../../src/export/file-name.ts'
import { markdownText } from '../../src/export/markdown-text.ts'
import { hostile, hostileGraph } from '../import/hostile-graph.ts'
import { exportedFiles, exportedText } from './exported.ts'
import { madeSource, settings } from './made-source.ts'

interface Part {
  type: string
  value?: string
  children?: Part[]
}

const partsOf = (part: Part): Part[] => [part, ...(part.children ?? []).flatMap(partsOf)]
const typesOf = (text: string): Set<string> =>
  new Set(partsOf(fromMarkdown(text) as Part).map(({ type }) => type))
const wordsOf = (text: string): string =>
  partsOf(fromMarkdown(text) as Part)
    .map(({ value }) => value ?? '')
    .join('')
const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim()

const source = madeSource({ entities: 30, relations: 60 })
const { graph } = source
/** Elements of Markdown that our own lines have; any other would come out of a text. */
const ours = new Set(['root', 'heading', 'paragraph', 'text', 'strong', 'emphasis', 'list', 'listItem'])

describe('markdownText', () => {
  it('is nothing but the text for a reader of Markdown, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: fc.constantFrom(...'-+*_`#>|~\\<&;![]()1. a=') })),
        (text) => {
          const written = markdownText(text)
          expect(
            [...typesOf(written)].filter((type) => !['root', 'paragraph', 'text'].includes(type)),
          ).toEqual([])
          expect(wordsOf(written)).toBe(oneLine(text).replaceAll('\ufffd', '\ufffd'))
        },
      ),
      { numRuns: 1500, seed: 1 },
    )
  })
})

describe('fileName', () => {
  it('is one that file systems and wiki links take, and no two are the same', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (labels) => {
        const name = distinctNames()
        const names = labels.map((label, n) => name(label, `${n}`))
        for (const one of names) {
          expect(one).toMatch(/^[^\p{Cc}\p{Cs}\\/:*?"<>|#^[\]]+$/u)
          expect(one).not.toMatch(/^[. ]|[. ]$|^(con|nul|aux|prn)(\.|$)/i)
        }
        expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length)
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it('keeps what it can of a label', () => {
    expect(fileName('Ruth Amsel')).toBe('Ruth Amsel')
    expect(fileName('AC/DC: live?')).toBe('AC-DC- live-')
    expect(fileName('con')).toBe('con_')
    expect(fileName('Aux.Harbour')).toBe('Aux_.Harbour')
    expect(fileName('../../etc')).toBe('etc')
  })

  it.each(['a', '\u{e4}', '\u{6e2f}', '\u{1f9f6}'])(
    'fits a file system while it is written: %s',
    (letter) => {
      const name = distinctNames()
      name(letter.repeat(300), '1')
      const second = `${name(letter.repeat(300), '2')}.md.part-4194304`
      expect(second.startsWith(letter.repeat(40))).toBe(true)
      expect(Buffer.byteLength(second)).toBeLessThanOrEqual(255)
    },
  )

  it('tells apart what the hash of its key does not', () => {
    const name = distinctNames()
    const names = ['1', '2', '2', '2'].map((key) => name('Ruth Amsel', key))
    expect(new Set(names).size).toBe(4)
  })
})

describe('obsidian', () => {
  const files = exportedFiles('obsidian', source)
  const noteOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.md$/, '')
  const notes = new Set(Object.keys(files).map(noteOf))

  it('has a note for each entity and document, with properties that YAML reads', () => {
    const entities = Object.entries(files).filter(([, text]) => text.includes('\nkey: '))
    const keys = entities.map(([, text]) => parse(text.split('---\n')[1]!).key)
    expect(keys.sort()).toEqual(graph.nodes())
    expect(Object.keys(files)).toHaveLength(graph.order + source.documents.size + 1)
  })

  it('links to notes that are there, and every edge from both of its ends', () => {
    for (const text of Object.values(files))
      for (const [, target] of text.matchAll(/\[\[([^\]|]+)/g)) expect(notes).toContain(target)
    const all = Object.values(files).join('')
    for (const { attributes } of graph.edgeEntries())
      for (const { quote } of attributes.evidence)
        expect(all.split(`“${markdownText(quote)}”`).length - 1).toBeGreaterThanOrEqual(2)
  })

  it('says of each relation whether it is denied, how it is put forward and by whom', () => {
    const ada = files['Person/Ada Abbott.md'] ?? files['Person/Bruno Abbott.md']!
    expect(ada).toMatch(/ \*\*(not )?[a-z ]+\*\* /)
    const negative = graph.filterEdges((_, { polarity }) => polarity === 'negative').length
    const lines = Object.values(files)
      .join('')
      .split('\n')
      .filter((line) => line.includes(' **not '))
    expect(lines.length).toBe(2 * negative)
    for (const line of lines) expect(line).toContain('\\[denied')
  })

  it('holds nothing that a text could have put there, whatever the texts', () => {
    fc.assert(
      fc.property(hostileGraph, (given) => {
        for (const [path, text] of Object.entries(exportedFiles('obsidian', given))) {
          expect(path).toMatch(/^[^/\p{Cc}]+(\/[^/\p{Cc}]+)?\.md$/u)
          const [, head, ...body] = text.startsWith('---\n') ? text.split('---\n') : ['', '', text]
          expect(() => parse(head!)).not.toThrow()
          expect([...typesOf(body.join('---\n'))].filter((type) => !ours.has(type))).toEqual([])
        }
      }),
      { numRuns: 40, seed: 1 },
    )
  })
})

describe('dossier', () => {
  const text = exportedText('dossier', source)

  it('cites each piece of evidence once, and every mark has its footnote', () => {
    const notes = [...text.matchAll(/^\[\^(\d+)\]: (.*)$/gm)]
    const marks = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number))
    expect(notes).toHaveLength(graph.reduceEdges((sum, _edge, { evidence }) => sum + evidence.length, 0))
    expect(new Set(notes.map(([, number]) => number))).toEqual(marks)
    for (const { attributes } of graph.edgeEntries())
      for (const { quote, document, start } of attributes.evidence)
        expect(
          notes.some(
            ([, , note]) =>
              note!.includes(markdownText(quote)) && note!.includes(markdownText(`${document}:${start}`)),
          ),
        ).toBe(true)
  })

  it('has people, organisations, the timeline and what is disputed', () => {
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(expect.arrayContaining(['People', 'Organisations', 'Timeline']))
    expect(headings.includes('Contradictions')).toBe(graph.getAttribute('contradictions').length > 0)
  })

  it("has what is a kind of a person in a schema of one's own among the people", () => {
    const given = madeSource({ entities: 30, relations: 60 })
    const key = given.graph.findNode((name, { type }) => type === 'Person' && given.graph.degree(name) > 0)!
    given.graph.mergeNodeAttributes(key, { type: 'Sailor', label: 'Ruth Amsel' })
    const types = new Map(settings.schema.types)
    types.set('Sailor', { ...types.get('Person')!, ancestors: ['Person', ...types.get('Person')!.ancestors] })
    const sections = exportedText('dossier', given, {
      ...settings,
      schema: { ...settings.schema, types },
    }).split('\n## ')
    expect(sections.find((section) => section.includes('### Ruth Amsel\n'))).toMatch(/^People\n/)
  })

  it('says of each relation whether it is denied', () => {
    const lines = text.split('\n').filter((line) => line.startsWith('- '))
    for (const line of lines) expect(line.includes(' **not ')).toBe(/\\\[denied/.test(line))
  })

  it('holds nothing that a text could have put there, whatever the texts', () => {
    fc.assert(
      fc.property(hostileGraph, (given) => {
        const types = typesOf(exportedText('dossier', given))
        types.delete('definition')
        types.delete('linkReference')
        expect([...types].filter((type) => !ours.has(type))).toEqual([])
      }),
      { numRuns: 60, seed: 1 },
    )
  })
})
