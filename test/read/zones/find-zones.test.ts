import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findZones } from '../../../src/read/index.ts'

const long = 'The council closed the old harbour bridge on Monday after engineers found cracks in its piers.'
const more = 'A spokesman said the bridge would stay shut until the autumn while the piers are rebuilt.'

/** The zones of a text as lines "kind: words". */
function zonesOf(text: string): readonly string[] {
  return findZones(text).zones.map((zone) => `${zone.kind}: ${text.slice(zone.start, zone.end)}`)
}

const cases: readonly (readonly [name: string, text: string, zones: readonly string[]])[] = [
  ['a headline above the story', `Harbour bridge shut\n\n${long}\n${more}`, ['title: Harbour bridge shut']],
  [
    'a Markdown heading and subheading',
    `# Harbour bridge shut\n\n${long}\n\n## Lorries diverted\n\n${more}`,
    ['boilerplate: # ', 'title: Harbour bridge shut', 'crosshead: ## Lorries diverted'],
  ],
  [
    'a date in a line of its own, with weekday and hour',
    `Harbour bridge shut\nThursday, 4 March 2021, 10:15 GMT\n${long}`,
    ['title: Harbour bridge shut', 'date-line: Thursday, 4 March 2021, 10:15 GMT'],
  ],
  [
    'two labelled dates in one line',
    `Published 4 March 2021 | Updated 5 March 2021\n${long}`,
    ['date-line: Published 4 March 2021 | Updated 5 March 2021'],
  ],
  [
    'a byline',
    `By Anna Moss, Transport Correspondent\n${long}`,
    ['credit: By Anna Moss, Transport Correspondent'],
  ],
  [
    'a teaser in a line of its own',
    `${long}\nREAD MORE: Ferry firm gains from bridge closure\n${more}`,
    ['teaser: READ MORE: Ferry firm gains from bridge closure'],
  ],
  [
    'a teaser stuck to the end of a paragraph',
    `${long} READ MORE: Ferry firm ‘gains’ from bridge closure\n${more} DON’T MISS\n${long}`,
    ['teaser: READ MORE: Ferry firm ‘gains’ from bridge closure', 'teaser: DON’T MISS'],
  ],
  [
    'a list of links inside a quotation of several paragraphs',
    `“${long}\nRead more:\nFerry firm gains from bridge closure\nWhy the piers cracked\n“${more}”`,
    ['link-list: Read more:\nFerry firm gains from bridge closure\nWhy the piers cracked'],
  ],
  [
    'headlines in a row with nothing to announce them',
    `${long}\nFerry firm says it gains nothing from closure of harbour bridge\nMayor ‘warned twice’ about cracks in the piers of old bridge\n${more}`,
    [
      'link-list: Ferry firm says it gains nothing from closure of harbour bridge\nMayor ‘warned twice’ about cracks in the piers of old bridge',
    ],
  ],
  [
    'a crosshead',
    `${long}\nLorries sent through the town\n${more}`,
    ['crosshead: Lorries sent through the town'],
  ],
  [
    'a caption and its credit',
    `${long}\n\nThe bridge seen from the harbour (Anna Moss/PA)\n\n${more}`,
    ['caption: The bridge seen from the harbour', 'credit: (Anna Moss/PA)'],
  ],
  [
    'a labelled credit after a caption',
    `${long}\n\nThe bridge seen from the harbour in 1931. Image: Harbour Museum.\n\n${more}`,
    ['caption: The bridge seen from the harbour in 1931.', 'credit: Image: Harbour Museum.'],
  ],
  [
    'a pull quote with the name of its speaker',
    `${long}\n\nWe were told twice that the piers would not last another winter Anna Moss\n\n“We were told twice that the piers would not last another winter,” she said.`,
    ['pull-quote: We were told twice that the piers would not last another winter Anna Moss'],
  ],
  [
    'rules for comments at the end',
    `${long}\n${more}\nComments & Moderation\nYou are responsible for each comment you upload, and moderators may remove it.`,
    [
      'comment-rules: Comments & Moderation\nYou are responsible for each comment you upload, and moderators may remove it.',
    ],
  ],
  [
    'a plea for money that goes on over paragraphs',
    `${long}\n${more}\nWe need your help. The Post is free to read.\nWe started it because our town had no paper.\nPlease support us from as little as £2.`,
    [
      'donation-plea: We need your help. The Post is free to read.\nWe started it because our town had no paper.\nPlease support us from as little as £2.',
    ],
  ],
  [
    'a notice about cookies',
    `We use cookies to improve this site.\n${long}\n${more}`,
    ['cookie-text: We use cookies to improve this site.'],
  ],
  [
    'text of the page',
    `${long}\nStory continues below\n${more}\n© 2021 Harbour Post`,
    ['boilerplate: Story continues below', 'boilerplate: © 2021 Harbour Post'],
  ],
]

// The place and date of an agency are no part of its first sentence.
const agency: readonly (readonly [text: string, words: string, date: string | undefined])[] = [
  ['LONDON, Feb 10, 2022 (Reuters) - ', 'LONDON, Feb 10, 2022 (Reuters) - ', '2022-02-10'],
  ['MONTGOMERY, Ala. -- ', 'MONTGOMERY, Ala. -- ', undefined],
  ['SAN FRANCISCO (AP) — ', 'SAN FRANCISCO (AP) — ', undefined],
  ['GENEVA, 4 March 2021 (IRIN) - ', 'GENEVA, 4 March 2021 (IRIN) - ', '2021-03-04'],
]

const untouched: readonly (readonly [name: string, text: string])[] = [
  [
    'a sentence whose full stop is missing',
    `${long}\nWhile the mayor denies that she was warned, the council is said to have known of the cracks for two years, the Post reports\n${more}`,
  ],
  [
    'a sentence that brings a quotation',
    `${long}\nOne engineer told the Post:\n‘The piers were gone.’\n${more}`,
  ],
  [
    'a list that a colon announces',
    `${long} These are the routes:\nHarbour Road to the north of the town for lorries\nMill Lane to the south of the town for cars`,
  ],
  [
    'speech about donations and comments',
    `“We need your help,” she said. “Please support us and donate from as little as £2.”\n${more}`,
  ],
  [
    'comments in the story',
    `${long}\nHer comments came after the moderator of the meeting was criticised.\n${more}`,
  ],
  ['brackets at the end of a sentence', `The bridge is run by the Harbour Trust (HT).\n${more}`],
  ['a sentence that repeats itself in speech', `${long}\n“${long}” she read out to the meeting.`],
  [
    'words that open like an invitation',
    `Watch repairs were done in the old mill until 1990.\nAnalysis of the piers showed cracks.\n${more}`,
  ],
  [
    'text wrapped by hand',
    `The council closed the old harbour bridge on Monday after engineers\nfound cracks in its piers and said that the bridge would stay closed\nuntil the autumn while they are rebuilt by a firm from the next town\nthat had rebuilt them before.`,
  ],
]

describe('findZones', () => {
  test.each(cases)('marks %s', (_, text, zones) => {
    expect(zonesOf(text)).toEqual(zones)
  })

  test.each(untouched)('leaves %s alone', (_, text) => {
    expect(zonesOf(text)).toEqual([])
  })

  test.each(agency)('marks "%s" before the first words', (before, words, date) => {
    const text = `${before}${long}\n${more}`
    expect(zonesOf(text)).toEqual([`date-line: ${words}`])
    expect(findZones(text).textDate).toBe(date)
  })

  test('zones are in order, apart, inside the text and the same each time, whatever the text', () => {
    const piece = fc.constantFrom(
      ...cases.map(([, text]) => text),
      ...untouched.map(([, text]) => text),
      '\n',
      ' ',
      '(PA)',
    )
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 8 })
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('\n')
        const { zones } = findZones(whole)
        let last = 0
        for (const zone of zones) {
          expect(zone.start).toBeGreaterThanOrEqual(last)
          expect(zone.end).toBeGreaterThan(zone.start)
          last = zone.end
        }
        expect(last).toBeLessThanOrEqual(whole.length)
        expect(findZones(whole).zones).toEqual(zones)
      }),
    )
  })

  test('a long text takes time in proportion', () => {
    const text = `${long}\n“${more}”\nREAD MORE: a b\n(((((\n`.repeat(20_000)
    expect(findZones(text).zones.length).toBeGreaterThan(1000)
  }, 20_000)
})
