import type { DateSource, Document, Problem } from '../model/index.ts'
import { detectLanguage } from './detect-language.ts'
import type { Draft } from './draft.ts'
import type { ReadLimits } from './limits.ts'
import { tooLarge } from './load-bytes.ts'
import { empty } from './read-file.ts'
import { type FoundZones, findZones } from './zones/find-zones.ts'
import { withRepeated } from './zones/repeated.ts'

/** What is known of a draft from outside it. */
export interface Surroundings {
  readonly id: string
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string
  readonly limits: ReadLimits
  readonly recurs: (words: string) => boolean
  /** What is seen in the draft. */
  readonly examine: () => Examined
  /** ISO date of the file's clock, when the user asked for it. */
  readonly fileDate?: string
}

/** What is seen in a draft alone, whatever other documents there are. */
export interface Examined {
  /** BCP 47 tag. */
  readonly language: string
  /** Of an English text, without what recurs in other documents. */
  readonly found?: FoundZones
}

/** The language of a draft and its zones: a pure function of the draft. */
export function examine({ text, language: declared, title, zones, markup = false }: Draft): Examined {
  const language = detectLanguage(text, declared)
  if (language !== 'en') return { language }
  const hints = {
    ...(title === undefined ? {} : { title }),
    ...(zones === undefined ? {} : { zones }),
    markup,
  }
  return { language, found: findZones(text, hints) }
}

/** A document, or why there is none. */
export interface Finished {
  readonly document?: Document
  readonly problems: readonly Problem[]
}

/** Makes a document of a draft: adds what recurs to its zones, and infers the metadata that the file leaves out. */
export function finishDocument(draft: Draft, around: Surroundings): Finished {
  const { id, limits } = around
  if (draft.text.length > limits.textLength) {
    const size = `${draft.text.length} characters of text`
    return { problems: [tooLarge(id, size, `${limits.textLength} characters`, 'textLength')] }
  }
  if (!/[\p{L}\p{N}]/u.test(draft.text)) return { problems: [empty(id)] }
  const { language, found } = around.examine()
  if (!found) return { problems: [unsupported(id, language)] }
  const title = draft.title ?? found.title
  const author = draft.author ?? found.author
  const dated = dateOf(draft, found, around.fileDate)
  const document: Document = {
    id,
    source: id,
    hash: draft.hash ?? around.hash,
    format: draft.format,
    ...(title === undefined ? {} : { title }),
    ...dated,
    ...(draft.publisher === undefined ? {} : { publisher: draft.publisher }),
    ...(author === undefined ? {} : { author }),
    ...(draft.url === undefined ? {} : { url: draft.url }),
    language,
    text: draft.text,
    zones: withRepeated(draft.text, found.zones, around.recurs),
    ...(draft.pages === undefined ? {} : { pages: draft.pages }),
  }
  return { document, problems: [] }
}

function dateOf(
  draft: Draft,
  found: FoundZones,
  fileDate: string | undefined,
): { date?: string; dateFrom?: DateSource } {
  if (draft.date !== undefined) return { date: draft.date, dateFrom: draft.dateFrom ?? 'metadata' }
  if (found.date !== undefined) return { date: found.date, dateFrom: 'date-line' }
  if (found.textDate !== undefined) return { date: found.textDate, dateFrom: 'text' }
  if (draft.made !== undefined) return { date: draft.made, dateFrom: 'metadata' }
  return fileDate === undefined ? {} : { date: fileDate, dateFrom: 'file' }
}

function unsupported(file: string, language: string): Problem {
  return {
    severity: 'warning',
    code: 'language-unsupported',
    message: `${file} is not in English (it looks like "${language}"); it was passed over`,
    hint: 'Translate it, or leave it out.',
    file,
  }
}
