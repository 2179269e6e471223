import type { DateSource, Document, Problem } from '../model/index.ts'
import { detectLanguage } from './detect-language.ts'
import type { Draft } from './draft.ts'
import type { ReadLimits } from './limits.ts'
import { tooLarge } from './load-bytes.ts'
import { empty } from './read-file.ts'
import { type FoundZones, findZones } from './zones/find-zones.ts'

/** What is known of a draft from outside it. */
export interface Surroundings {
  readonly id: string
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string
  readonly limits: ReadLimits
  readonly recurs: (words: string) => boolean
  /** ISO date of the file's clock, when the user asked for it. */
  readonly fileDate?: string
}

/** A document, or why there is none. */
export interface Finished {
  readonly document?: Document
  readonly problems: readonly Problem[]
}

/** Makes a document of a draft: finds its language and zones, and infers the metadata that the file leaves out. */
export function finishDocument(draft: Draft, around: Surroundings): Finished {
  const { id, limits } = around
  if (draft.text.length > limits.textLength) {
    const size = `${draft.text.length} characters of text`
    return { problems: [tooLarge(id, size, `${limits.textLength} characters`, 'textLength')] }
  }
  if (!/[\p{L}\p{N}]/u.test(draft.text)) return { problems: [empty(id)] }
  const language = detectLanguage(draft.text, draft.language)
  if (language !== 'en') return { problems: [unsupported(id, language)] }
  const found = findZones(draft.text, {
    ...(draft.title === undefined ? {} : { title: draft.title }),
    ...(draft.zones === undefined ? {} : { zones: draft.zones }),
    recurs: around.recurs,
    markup: draft.markup ?? false,
  })
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
    zones: found.zones,
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
