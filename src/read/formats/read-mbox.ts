import type { Drafted } from '../draft.ts'
import { ReadingError } from '../reading-error.ts'
import type { FormatInput } from './format-reader.ts'
import { memberNumber } from './member-number.ts'

const newline = 0x0a
const mark = Buffer.from('From ')

/** Reads a mailbox (RFC 4155): each letter is a document named after its place, `box.mbox!00001`. */
export async function* readMbox(input: FormatInput): AsyncGenerator<Drafted> {
  let count = 0
  for (const bytes of lettersIn(input.bytes)) {
    count++
    if (count > input.limits.members) {
      throw new ReadingError(
        'file-too-large',
        `it holds more than ${input.limits.members} letters`,
        'Split it (or raise members).',
      )
    }
    yield* input.readMember(`${memberNumber(count)}.eml`, bytes)
  }
}

/** The bytes of each letter; a line "From " begins one only after a blank line, ">From " is unquoted. */
function* lettersIn(bytes: Uint8Array): Generator<Uint8Array> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let start = -1
  let line = 0
  let blank = true
  while (line < whole.length) {
    let end = whole.indexOf(newline, line)
    if (end < 0) end = whole.length
    if (blank && whole.subarray(line, line + mark.length).equals(mark)) {
      if (start >= 0) yield unquoted(whole.subarray(start, line))
      start = end + 1
    }
    blank = end === line || (end === line + 1 && whole[line] === 0x0d)
    line = end + 1
  }
  if (start >= 0 && start < whole.length) yield unquoted(whole.subarray(start))
}

function unquoted(letter: Buffer): Uint8Array {
  if (!letter.includes('>From ')) return letter
  return Buffer.from(letter.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
}
