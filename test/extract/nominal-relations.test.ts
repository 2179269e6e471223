import { describe, expect, it } from 'vitest'
import { claimsOf } from './read-claims.ts'

describe('noun phrases', () => {
  it.each([
    [
      'A ceremony at the Nordkai Hall in Varnholm honoured the crew.',
      [
        'ceremony at the Nordkai Hall in Varnholm | took-place-in | Nordkai Hall',
        'Nordkai Hall | located-in | Varnholm',
      ],
    ],
    ['A meeting with the mayor took place.', ['meeting with the mayor | has-participant | mayor']],
    ['The inquiry into the crash ended on Friday.', ['inquiry into the crash | concerns | crash']],
    [
      'The Maritime Museum in Varnholm, Ostland, bought the ketch.',
      ['Maritime Museum | located-in | Varnholm', 'Varnholm | located-in | Ostland'],
    ],
    ['Her first novel sold well.', ['Her | created | Her first novel']],
    [
      "Ada Lindqvist's setting of the Nordkai Hymn was sung in Varnholm.",
      ['Ada Lindqvist | setting-of | Nordkai Hymn'],
    ],
    ['Ruth Amsel returned to her native Ostland.', ['her | be-native-of | Ostland']],
    ['Varnholm Senator Ruth Amsel met the board.', ['Ruth Amsel | holds-position | Varnholm Senator']],
  ])('"%s"', (text, expected) => {
    expect(claimsOf(text)).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    ['The union called for an inquiry into the crash.', 'inquiry into the crash | concerns | crash {future}'],
    [
      'The board announced plans for a meeting with the union.',
      'meeting with the union | has-participant | union {future}',
    ],
    ['The board held no meeting with the union.', 'meeting with the union | not has-participant | union'],
    ['The board held no meeting with the union.', 'board | not negotiated-with | union'],
    // A word that is also a property of every object.
    [
      'Ruth Amsel described a constructor of the meeting in Varnholm.',
      'meeting in Varnholm | took-place-in | Varnholm',
    ],
  ])('tell no event as fact that "%s" does not', (text, expected) => {
    expect(claimsOf(text)).toContain(expected)
  })
})

describe('what an argument names', () => {
  it.each([
    [
      'Ada Lindqvist wrote her best piece, the Varnholm Quartet, in 1902.',
      'Ada Lindqvist | wrote | Varnholm Quartet',
    ],
    [
      'Ada Lindqvist wrote two symphonies: the Harbour Symphony and the Winter Symphony.',
      'Ada Lindqvist | wrote | Winter Symphony',
    ],
    [
      'Tom Keller recommended the pilot to his publisher, Nordkai Press, in 1912.',
      'pilot | be-recommended-to | Nordkai Press',
    ],
    ['Port Director Olga Brandt announced the sale.', 'Olga Brandt | announced | sale'],
    ['Tom Keller towed the ferry to Varnholm.', 'ferry | be-towed-to | Varnholm'],
    ['The council met in Varnholm following a strike.', 'council | meet-following | strike'],
    ['The ferry leaves June 28.', 'ferry | leave-on | June 28'],
  ])('"%s"', (text, claim) => {
    expect(claimsOf(text)).toContain(claim)
  })

  it('leaves apart what a list with a preposition of its own adds', () => {
    expect(claimsOf('The Heron is a ketch for the museum and, on occasion, for the town.')).not.toContain(
      'Heron | be | occasion',
    )
  })
})
