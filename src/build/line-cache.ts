import { closeSync, existsSync, openSync, readSync } from 'node:fs'

/** Lines of earlier builds by key; they stay on disk. */
export interface LineCache {
  /** A line with its end. */
  get(key: string): Buffer | undefined
  close(): void
}

interface Place {
  readonly file: number
  readonly start: number
  readonly length: number
}

const buffer = Buffer.allocUnsafe(1 << 20)
/** Characters of a line that hold its key. */
const headLength = 50
const begin = /^\{"key":"([0-9a-f]{32})"/

/**
 * Opens files of lines that begin with a key, as claims.jsonl; of two lines with one key the earlier file has the one
 * that holds. What is not a whole line with a key, as the end of a file whose writer was killed, is passed over.
 */
export function openLineCache(paths: readonly string[]): LineCache {
  const files: number[] = []
  const places = new Map<string, Place>()
  for (const path of paths) {
    if (!existsSync(path)) continue
    const file = openSync(path, 'r')
    files.push(file)
    index(file, (key, start, length) => {
      if (!places.has(key)) places.set(key, { file, start, length })
    })
  }
  return {
    get(key) {
      const place = places.get(key)
      if (!place) return undefined
      const bytes = Buffer.allocUnsafe(place.length)
      for (let done = 0; done < place.length; ) {
        const read = readSync(place.file, bytes, done, place.length - done, place.start + done)
        if (read === 0) return undefined
        done += read
      }
      return bytes
    },
    close() {
      for (const file of files.splice(0)) closeSync(file)
    },
  }
}

/** Finds the whole lines of a file that begin with a key. */
function index(file: number, found: (key: string, start: number, length: number) => void): void {
  let lineStart = 0
  let head = ''
  let at = 0
  for (;;) {
    const read = readSync(file, buffer, 0, buffer.length, at)
    if (read === 0) return
    let from = 0
    for (;;) {
      const end = buffer.subarray(0, read).indexOf(10, from)
      const stop = end < 0 ? read : end
      if (head.length < headLength) head += buffer.toString('latin1', from, Math.min(stop, from + headLength))
      if (end < 0) break
      const key = begin.exec(head)?.[1]
      if (key !== undefined) found(key, lineStart, at + end + 1 - lineStart)
      from = end + 1
      lineStart = at + from
      head = ''
    }
    at += read
  }
}
