import { describe, expect, it } from 'vitest'
import { namesWithOffice } from '../../src/annotate/names-with-office.ts'
import { repeatedMentions } from '../../src/annotate/repeated-mentions.ts'
import type { Document, Zone } from '../../src/model/index.ts'
import { annotated } from '../extract/read-claims.ts'

/** The mentions that a zone at the end of a story repeats, by their words and what they repeat. */
function repeats(story: string, zone: string, kind: Zone['kind'], rule = 'repeats-the-story'): string[] {
  const { mentions } = annotated(story)
  const text = `${story}\n\n${zone}`
  const document: Document = {
    id: 'a.txt',
    source: 'a.txt',
    hash: '',
    format: 'txt',
    language: 'en',
    text,
    zones: [{ kind, rule, start: story.length + 2, end: text.length }],
  }
  return repeatedMentions(document, mentions).map(({ start, end, text: words, repeats: id }) => {
    expect(text.slice(start, end)).toBe(words)
    return `${words} = ${mentions.find((m) => m.id === id)?.text}`
  })
}

describe('mentions in what is not read', () => {
  const story = 'Ruth Amsel met the harbour council of Varnholm on Friday. The council thanked Ruth Amsel.'

  it('are the names of the story in a credit, and nothing that only the credit names', () => {
    expect(repeats(story, 'Photo: Ruth Amsel, Varnholm; Tom Keller.', 'credit')).toEqual([
      'Ruth Amsel = Ruth Amsel',
      'Varnholm = Varnholm',
    ])
  })

  it('are all that a pull quote repeats', () => {
    expect(repeats(story, 'the harbour council of Varnholm', 'pull-quote')[0]).toContain('council')
  })

  it('are none in a teaser, which speaks of another story', () => {
    expect(repeats(story, 'Ruth Amsel: my life', 'teaser')).toEqual([])
  })
})

describe('a name with the office before it', () => {
  it('is one more place of the person', () => {
    const text = 'Port Director Olga Brandt opened the terminal. Olga Brandt smiled.'
    const { mentions } = annotated(text)
    const whole = namesWithOffice(mentions, text)
    expect(whole.map((m) => [m.text, mentions.find(({ id }) => id === m.repeats)?.text])).toEqual([
      ['Port Director Olga Brandt', 'Olga Brandt'],
    ])
  })
})
