import { describe, expect, it } from 'vitest'
import { annotated, claimsOf } from './read-claims.ts'

/** Quotations of a text with the words of their speakers. */
function quotations(text: string): string[] {
  return annotated(text).quotations.map(({ start, end, speaker }) => {
    const [from, to] = (speaker ?? '0-0').split('-').map(Number)
    return `${text.slice(start, end)} <- ${text.slice(from, to)}`
  })
}

describe('quotations', () => {
  it.each([
    ['"The wheel did not answer," Anton Vale said.', ['"The wheel did not answer," <- Anton Vale']],
    ['Anton Vale said: "The wheel did not answer."', ['"The wheel did not answer." <- Anton Vale']],
    ['“We changed the rules,” said Ruth Amsel.', ['“We changed the rules,” <- Ruth Amsel']],
  ])('%s', (text, expected) => {
    expect(quotations(text)).toEqual(expected)
  })

  it('goes on over paragraphs that open it again without having closed it', () => {
    const text = 'Ruth Amsel said: “I will not go.\n\n“I have told every pilot so.”'
    expect(quotations(text)).toEqual([
      '“I will not go. <- Ruth Amsel',
      '“I have told every pilot so.” <- Ruth Amsel',
    ])
  })

  it('belong to whoever made the statement that they are of', () => {
    expect(quotations('Ruth Amsel issued a statement on Friday. "I have left the port."')).toEqual([
      '"I have left the port." <- Ruth Amsel',
    ])
    expect(quotations('Ruth Amsel\'s statement added: "I have left the port."')).toEqual([
      '"I have left the port." <- Ruth Amsel',
    ])
  })

  it('are found again where they are set beside the story without marks', () => {
    const text =
      'Ruth Amsel said: "I told every pilot in the port of Varn so."\n\nI told every pilot in the port of Varn so Ruth Amsel'
    expect(quotations(text)).toEqual([
      '"I told every pilot in the port of Varn so." <- Ruth Amsel',
      'I told every pilot in the port of Varn so Ruth Amsel <- Ruth Amsel',
    ])
  })

  it('are not made of marks round a name or a few words', () => {
    expect(quotations("The inquiry, called 'Operation Lantern', ended in May.")).toEqual([])
    expect(quotations('She called it a “very public ousting” on Friday.')).toEqual([])
  })
})

describe('speakers', () => {
  it.each([
    ['"I met the mayor," Anton Vale told Radio Varnholm.', 'I | met | mayor {reported: Anton Vale}'],
    [
      'The Echo reports that Anton Vale told police that Ruth Amsel met the mayor.',
      'Ruth Amsel | met | mayor {reported: Echo, Anton Vale}',
    ],
    [
      'According to the union, the board dismissed Tom Keller.',
      'Tom Keller | dismissed-by | board {reported: union}',
    ],
  ])('"%s"', (text, claim) => {
    expect(claimsOf(text)).toContain(claim)
  })
})

describe('counted groups', () => {
  it.each([
    ['The board suspended 14 officers.', '14 officers', 14],
    ['Nine of the pilots resigned.', 'Nine of the pilots', 9],
    ['Another two left the port.', 'Another two', 2],
    ['More than 100 pilots met the mayor.', 'More than 100 pilots', 100],
  ])('"%s"', (text, words, count) => {
    const group = annotated(text).mentions.find((m) => m.count !== undefined)
    expect([group?.text, group?.type, group?.count]).toEqual([words, 'Group', count])
  })

  it('are no plain numbers', () => {
    expect(
      annotated('The ferry is 40 metres long and cost 2,000 crowns in 2019.').mentions.map((m) => m.type),
    ).not.toContain('Group')
  })
})
