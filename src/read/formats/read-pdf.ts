import type { Draft, Drafted } from '../draft.ts'
import { isoDate } from '../iso-date.ts'
import { protectedBy, ReadingError } from '../reading-error.ts'
import type { FormatInput } from './format-reader.ts'
import { loadLibrary } from './load-library.ts'
import { type PdfItem, type PdfLine, pdfLines } from './pdf-lines.ts'
import { pdfText } from './pdf-text.ts'

interface PdfTextItem {
  readonly str?: string
  readonly transform?: readonly number[]
  readonly width?: number
}
interface Pdf {
  readonly numPages: number
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ readonly items: readonly PdfTextItem[] }>
    cleanup(): unknown
  }>
  getMetadata(): Promise<{ readonly info?: Readonly<Record<string, unknown>> }>
  destroy(): Promise<void>
}
interface Unpdf {
  getDocumentProxy(bytes: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<Pdf>
}

/** Reads the text layer of a PDF by way of pdf.js (unpdf): columns, divided words and running heads put right. */
export async function* readPdf({ bytes, limits }: FormatInput): AsyncGenerator<Drafted> {
  const { getDocumentProxy } = await loadLibrary<Unpdf>('unpdf')
  // pdf.js takes the bytes over; the copy leaves those of the caller whole.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  }).catch((error: Error) => {
    throw error.name === 'PasswordException' ? protectedBy('a password') : error
  })
  try {
    if (pdf.numPages > limits.pages) {
      throw new ReadingError(
        'file-too-large',
        `it has ${pdf.numPages} pages, more than ${limits.pages}`,
        'Split it (or raise pages).',
      )
    }
    const pages: (readonly PdfLine[])[] = []
    let length = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const lines = pdfLines(items.flatMap(toItem))
      pages.push(lines)
      length += lines.reduce((sum, line) => sum + line.text.length, 0)
      page.cleanup()
      if (length > limits.textLength) break
    }
    if (length === 0) {
      throw new ReadingError(
        'file-empty',
        'it holds pictures of pages, without a text layer',
        'Recognise its text (OCR) first.',
      )
    }
    yield { draft: { format: 'pdf', ...pdfText(pages), ...(await stated(pdf)) }, problems: [] }
  } finally {
    await pdf.destroy()
  }
}

/** Characters that stand upright; turned ones are stamps and labels of drawings. */
function toItem({ str, transform, width }: PdfTextItem): readonly PdfItem[] {
  if (!str || !transform) return []
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
  if (Math.abs(b) > Math.abs(a) * 0.1) return []
  return [{ text: str, x, y, width: width ?? 0, size: Math.hypot(c, d) || Math.abs(a) }]
}

async function stated(pdf: Pdf): Promise<Partial<Draft>> {
  const { info = {} } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const text = (key: string): string | undefined => {
    const value = info[key]
    return typeof value === 'string' ? value.replaceAll('\0', '').trim() || undefined : undefined
  }
  const title = text('Title')
  const author = text('Author')
  const date = isoDate((text('CreationDate') ?? '').replace(/^D:/, '').slice(0, 8))
  return {
    ...(title === undefined || isNameOfFile(title) ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { made: date }),
  }
}

/** Programs that print put the name of a file, or their own, where the title belongs. */
function isNameOfFile(title: string): boolean {
  return /\.\w{2,4}$|^(?:microsoft word|untitled|document\d*|about:blank|https?:)/i.test(title)
}
