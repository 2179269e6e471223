import { sha256 } from './sha256.ts'

const opening = (key: string, sum: string, field: string): string =>
  `{"key":"${key}","sum":"${sum}","${field}":`
const head = /^\{"key":"[0-9a-f]{32}","sum":"([0-9a-f]{64})","/
const tail = '}\n'

/** A line of JSON, with its end, that holds `body` in a field under a key of 32 digits, with a checksum of all `parts`. */
export function checkedLine(
  key: string,
  field: string,
  body: Uint8Array,
  parts: readonly Uint8Array[] = [body],
): Buffer {
  return Buffer.concat([Buffer.from(opening(key, sha256(...parts), field)), body, Buffer.from(tail)])
}

/** The body of such a line; nothing where its checksum is not that of the parts, which `partsOf` gives. */
export function checkedBody(
  line: Uint8Array,
  field: string,
  partsOf: (body: Uint8Array) => Uint8Array[] = (body) => [body],
): string | undefined {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const start = opening('0'.repeat(32), '0'.repeat(64), field).length
  const sum = head.exec(bytes.toString('latin1', 0, start))?.[1]
  const body = bytes.subarray(start, -tail.length)
  return sum !== undefined && sha256(...partsOf(body)) === sum ? body.toString() : undefined
}
