import { describe, expect, it } from 'vitest'
import { parseConllu, textOf } from '../../bench/conllu.ts'
import { parseNames } from '../../bench/names-file.ts'

const word = (id: string, form: string, head: number, misc = '_'): string =>
  [id, form, form.toLowerCase(), 'NOUN', 'NN', '_', head, head === 0 ? 'root' : 'dep', '_', misc].join('\t')

describe('reading treebanks', () => {
  const lines = [
    word('1', 'Boats', 3),
    word('2-3', "don't", 0, 'SpaceAfter=No'),
    word('2', 'do', 3),
    word('3', "n't", 0),
    word('3.1', 'sink', 0),
    word('4', '.', 3, 'Gloss=stop|SpaceAfter=No'),
    '',
    word('1', 'Really', 0),
    word('2', '?', 1),
  ]

  it.each([
    ['lines that end in a line feed', lines.join('\n')],
    ['lines that end in a carriage return and a line feed', `${lines.join('\r\n')}\r\n\r\n`],
    ['a byte order mark', `\ufeff${lines.join('\n')}`],
  ])('takes %s', (_, text) => {
    const sentences = parseConllu(text)
    expect(sentences.map((s) => s.forms)).toEqual([
      ['Boats', 'do', "n't", '.'],
      ['Really', '?'],
    ])
    expect(sentences[0]!.heads).toEqual([3, 3, 0, 3])
    expect(sentences[0]!.relations).toEqual(['dep', 'dep', 'root', 'dep'])
    const { text: joined, words } = textOf(sentences)
    expect(joined).toBe("Boats don't.Really ? ")
    expect(words.flat().map(({ start, end }) => joined.slice(start, end))).toEqual(
      sentences.flatMap((s) => s.forms),
    )
  })

  it('parts paragraphs by a blank line', () => {
    const text = `# newpar\n${word('1', 'One', 0)}\n\n# newpar id = p2\n${word('1', 'Two', 0)}\n`
    expect(textOf(parseConllu(text)).text).toBe('One\n\nTwo ')
  })
})

describe('reading names', () => {
  it.each(['\n', '\r\n'])('takes the labels of a column, whatever ends the lines', (end) => {
    const lines = [
      '# sent_id = a',
      'Ruth\t_\tB-PER',
      'Amsel\t_\tI-PER',
      'left\t_\tO',
      '',
      '#\t_\tO',
      'Varn\t_\tB-LOC',
    ]
    expect(parseNames(lines.join(end), 2)).toEqual([
      { id: 'a', forms: ['Ruth', 'Amsel', 'left'], names: [{ first: 0, end: 2, type: 'PER' }] },
      { id: 'a', forms: ['#', 'Varn'], names: [{ first: 1, end: 2, type: 'LOC' }] },
    ])
  })
})
