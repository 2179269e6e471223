import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

/**
 * The lines of a UTF-8 file, without their line ends, one in memory at a time. Only a line feed ends a line
 * (node:readline would also break at U+2028, which JSON may hold as it is).
 */
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r')
  const decoder = new StringDecoder('utf8')
  const buffer = Buffer.allocUnsafe(1 << 18)
  let open: string[] = []
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const lines = decoder.write(buffer.subarray(0, read)).split('\n')
      open.push(lines.shift()!)
      for (const line of lines) {
        yield open.join('')
        open = [line]
      }
    }
    open.push(decoder.end())
    const last = open.join('')
    if (last !== '') yield last
  } finally {
    closeSync(file)
  }
}
