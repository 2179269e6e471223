import { isBinary } from '../decode-text.ts'

/** Formats that are read, by the ending of a file's name. */
const byEnding: ReadonlyMap<string, string> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
])

/** Endings of files that hold no text, so that one in a folder of documents is worth a warning at most. */
const media =
  /\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|ico|svg|mp[34]|m4[av]|mov|avi|mkv|webm|wav|ogg|flac|aac|ttf|otf|woff2?|css|js|mjs|ts|map|exe|dll|so|dylib|class|o|pyc|sqlite|db)$/i

/** The format of some bytes by what they hold and by the name of the file; `binary` and `media` are not read. */
export function detectFormat(bytes: Uint8Array, name: string): string {
  if (media.test(name)) return 'media'
  if (isBinary(bytes)) return 'binary'
  return (
    byEnding.get(/\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '') ??
    (beginsWithFence(bytes) ? 'markdown' : 'text')
  )
}

function beginsWithFence(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^(?:\xef\xbb\xbf)?---[ \t]*\r?\n[A-Za-z_][\w-]*[ \t]*:/.test(head)
}
