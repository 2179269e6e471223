import type { Problem } from '../model/index.ts'

/** Text of some bytes, the encoding it was read in, and a warning when the bytes did not fit it. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  readonly problems: readonly Problem[]
}

/**
 * Decodes the bytes of a text file: by its byte order mark, else by `declared` (a charset label), else as UTF-8.
 * Bytes that are not valid are read as Windows-1252 when nothing else speaks for UTF-8, and as U+FFFD when most
 * of the file does; both give a warning with line and column. The mark is taken off, nothing else is changed.
 */
export function decodeText(bytes: Uint8Array, file: string, declared?: string): DecodedText {
  const marked = byMark(bytes) ?? withoutMark(bytes)
  if (marked !== undefined) return checked(decode(bytes, marked), marked, file)
  const label = declared?.trim().toLowerCase()
  if (label && label !== 'utf-8' && label !== 'utf8' && isKnown(label) && !isUtf8(bytes)) {
    return checked(decode(bytes, label), label, file)
  }
  const strict = decodeStrictly(bytes)
  if (strict !== undefined) return checked(strict, 'utf-8', file)
  const { broken, sound, first } = countSequences(bytes)
  const utf8 = sound > broken
  const text = utf8 ? decode(bytes, 'utf-8') : decodeWindows1252(bytes)
  const { line, column } = placeOf(bytes, first)
  const problem: Problem = {
    severity: 'warning',
    code: 'encoding-invalid',
    message: utf8
      ? `${file} is UTF-8 but for ${broken} byte sequences, the first at line ${line}; they were read as U+FFFD`
      : `${file} is not valid UTF-8; it was read as Windows-1252`,
    hint: 'Save the file as UTF-8.',
    file,
    line,
    column,
  }
  return {
    text,
    encoding: utf8 ? 'utf-8' : 'windows-1252',
    problems: [problem, ...controlProblems(text, file)],
  }
}

/** Decodes bytes whose format says their encoding; a label that is not known is taken for Windows-1252. */
export function decodeAs(bytes: Uint8Array, label: string): string {
  return isKnown(label) ? decode(bytes, label.toLowerCase()) : decodeWindows1252(bytes)
}

function checked(text: string, encoding: string, file: string): DecodedText {
  return { text, encoding, problems: controlProblems(text, file) }
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark shows as a zero in nearly every other byte of Latin text. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

function decode(bytes: Uint8Array, label: string): string {
  if (label === 'utf-32le' || label === 'utf-32be') return decodeUtf32(bytes, label === 'utf-32le')
  if (/^(windows-1252|cp1252|iso-8859-1|latin1|l1|us-ascii|ascii)$/.test(label))
    return decodeWindows1252(bytes)
  return new TextDecoder(label).decode(bytes)
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f) && decodeStrictly(bytes) !== undefined
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

function decodeUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let i = 4; i + 4 <= bytes.length; i += 4) {
    const point = view.getUint32(i, little)
    parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd')
  }
  return parts.join('')
}

// Node 20 decodes Windows-1252 as Latin-1, which loses the curly quotes and dashes of 0x80 to 0x9f.
const high1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\u0080-\u009f]/g, (unit) => high1252[unit.charCodeAt(0) - 0x80] ?? unit)
}

function countSequences(bytes: Uint8Array): { broken: number; sound: number; first: number } {
  let broken = 0
  let sound = 0
  let first = -1
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0
    const size =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0
    let fits = size > 0 && i + size <= bytes.length
    for (let k = 1; fits && k < size; k++) fits = ((bytes[i + k] ?? 0) & 0xc0) === 0x80
    if (fits) {
      if (size > 1) sound++
      i += size
    } else {
      if (first < 0) first = i
      broken++
      i++
    }
  }
  return { broken, sound, first: Math.max(first, 0) }
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1
  let column = 1
  for (let i = 0; i < offset; i++) {
    if (bytes[i] === 0x0a) {
      line++
      column = 1
    } else column++
  }
  return { line, column }
}

function controlProblems(text: string, file: string): readonly Problem[] {
  const at = text.indexOf('\0')
  if (at < 0) return []
  const before = text.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return [
    {
      severity: 'warning',
      code: 'encoding-invalid',
      message: `${file} holds NUL characters in its text; they were kept`,
      hint: 'Remove them, or check that the file was copied whole.',
      file,
      line: before.split('\n').length,
      column: at - lineStart + 1,
    },
  ]
}

/** Whether bytes are not text: they hold more control characters than a text with a few damaged places. */
export function isBinary(bytes: Uint8Array): boolean {
  if (byMark(bytes) !== undefined || withoutMark(bytes) !== undefined) return false
  const length = Math.min(bytes.length, 65536)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) controls++
  }
  return controls > Math.max(2, length * 0.005)
}
