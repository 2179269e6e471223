import { type Signal, signal } from '@preact/signals'
import { en, type Strings } from './strings/en.ts'
import { fr } from './strings/fr.ts'

export type Language = 'en' | 'fr'

const tables: Record<Language, Strings> = { en, fr }

/** The language of the page; a component that asks `t()` for a string is drawn anew when it changes. */
export const language: Signal<Language> = signal('en')

/** The strings of the page in its language. */
export function t(): Strings {
  return tables[language.value]
}

/** The first of a reader's languages that the page speaks, else English. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const name of languages) {
    const short = name.slice(0, 2).toLowerCase()
    if (short === 'en' || short === 'fr') return short
  }
  return 'en'
}
