import { readFileSync } from 'node:fs'
import nlp from 'compromise/three'

/** Places of the lists in a word's entry. */
export const LISTS = [
  'title',
  'organization-head',
  'place-head',
  'country',
  'given-name',
  'surname',
  'city',
  'region',
  'organization',
  'demonym',
  'calendar',
  'person',
  'facility-head',
  'event-head',
  'work-head',
  'law-head',
  'product-head',
  'event-start',
  'profession',
] as const

const fromCompromise: Readonly<Record<string, (typeof LISTS)[number]>> = {
  MaleName: 'given-name',
  FemaleName: 'given-name',
  FirstName: 'given-name',
  LastName: 'surname',
  Person: 'person',
  City: 'city',
  Country: 'country',
  Region: 'region',
  Place: 'city',
  Organization: 'organization',
  SportsTeam: 'organization',
  Demonym: 'demonym',
  WeekDay: 'calendar',
  Month: 'calendar',
  Actor: 'profession',
}

const own: Readonly<Record<string, (typeof LISTS)[number]>> = {
  titles: 'title',
  'organization-heads': 'organization-head',
  'place-heads': 'place-head',
  countries: 'country',
  'facility-heads': 'facility-head',
  'event-heads': 'event-head',
  'work-heads': 'work-head',
  'law-heads': 'law-head',
  'product-heads': 'product-head',
  'event-starts': 'event-start',
}

/** Every word and phrase of the lists with the set of its lists, one bit each in the order of `LISTS`. */
export function nameLists(): Map<string, number> {
  const lists = new Map<string, number>()
  const add = (entry: string, list: (typeof LISTS)[number]): void => {
    const key = entry.trim().toLowerCase()
    if (key) lists.set(key, (lists.get(key) ?? 0) | (1 << LISTS.indexOf(list)))
  }
  for (const [file, list] of Object.entries(own))
    for (const line of readFileSync(new URL(`../../data/lexicon/${file}.txt`, import.meta.url), 'utf8').split(
      '\n',
    ))
      add(line, list)
  const lexicon = (
    nlp as unknown as { model(): { one: { lexicon: Record<string, string | string[]> } } }
  ).model().one.lexicon
  for (const [entry, tags] of Object.entries(lexicon)) {
    if (!/^[\p{L}.' -]+$/u.test(entry)) continue
    for (const tag of [tags].flat()) if (fromCompromise[tag]) add(entry, fromCompromise[tag])
  }
  const names = new Intl.DisplayNames(['en'], { type: 'region' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const a of letters)
    for (const b of letters) {
      const name = names.of(a + b)
      if (name && name !== a + b) add(name, 'country')
    }
  return lists
}
