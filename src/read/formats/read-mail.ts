import { parseDocument } from 'htmlparser2'
import type { Draft, Drafted } from '../draft.ts'
import { isoDate } from '../iso-date.ts'
import { ReadingError } from '../reading-error.ts'
import { TextBuilder } from '../text-builder.ts'
import { isMedia } from './detect-format.ts'
import type { FormatInput } from './format-reader.ts'
import { addHtml } from './html-text.ts'
import { loadLibrary } from './load-library.ts'
import { mailZones } from './mail-zones.ts'

/** The parts of a letter that are used, as postal-mime gives them. */
interface Email {
  readonly subject?: string
  readonly from?: { readonly name?: string; readonly address?: string }
  readonly date?: string
  readonly text?: string
  readonly html?: string
  readonly attachments: readonly {
    readonly filename: string | null
    readonly mimeType: string
    readonly content: ArrayBuffer | Uint8Array | string
  }[]
}
interface PostalMime {
  readonly default: { parse(bytes: Uint8Array, options: object): Promise<Email> }
}

/** Reads a letter (RFC 5322, MIME) by way of postal-mime: its plain text, else its HTML; then what is attached. */
export async function* readMail(input: FormatInput): AsyncGenerator<Drafted> {
  const { default: postal } = await loadLibrary<PostalMime>('postal-mime')
  const mail = await postal.parse(input.bytes, { maxNestingDepth: 50, attachmentEncoding: 'arraybuffer' })
  const draft = draftOfMail(mail)
  if (draft.text.trim() !== '') yield { draft, problems: [] }
  else if (mail.attachments.length === 0)
    throw new ReadingError('file-empty', 'the letter holds no text', 'Remove it.')
  if (input.depth >= input.limits.depth) return
  const taken = new Set<string>()
  for (const { filename, content, mimeType } of mail.attachments.slice(0, 1000)) {
    const name = uniqueName(filename ?? (mimeType === 'message/rfc822' ? 'letter.eml' : 'attachment'), taken)
    if (isMedia(name) || /^(?:image|audio|video)\//.test(mimeType)) continue
    const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
    if (bytes.length > 0) yield* input.readMember(name, bytes)
  }
}

function uniqueName(filename: string, taken: Set<string>): string {
  const plain = filename.replace(/[\\/\0]+/g, '_').replace(/^\.+/, '') || 'attachment'
  let name = plain
  for (let i = 2; taken.has(name); i++) name = `${plain}#${i}`
  taken.add(name)
  return name
}

/** The draft of a letter: its subject is the title, its sender the author. */
export function draftOfMail(mail: Email): Draft {
  const title = mail.subject?.replace(/^(?:(?:re|fwd?|aw|wg):\s*)+/i, '').trim()
  const author = mail.from?.name || mail.from?.address
  const date = isoDate(mail.date ?? '')
  return {
    format: 'mail',
    ...bodyOf(mail),
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(date === undefined ? {} : { date, dateFrom: 'metadata' as const }),
  }
}

function bodyOf(mail: Email): Pick<Draft, 'text' | 'zones'> & object {
  const plain = mail.text?.replace(/\s+$/, '') ?? ''
  if (plain.trim() !== '' || !mail.html) return { text: plain, zones: mailZones(plain) }
  const builder = new TextBuilder()
  addHtml(builder, parseDocument(mail.html).children)
  const built = builder.build()
  return { text: built.text, zones: [...mailZones(built.text), ...built.zones] }
}
