import { createReadStream, readFileSync, statSync } from 'node:fs'
import type { Problem } from '../model/index.ts'
import type { Source } from './source.ts'

/** The bytes of a file, or the problem that kept them from being read. */
export type LoadedBytes = { readonly bytes: Uint8Array } | { readonly problem: Problem }

/** Bytes up to which a file is not read in pieces. */
const small = 1 << 20

/** Reads a whole file, a pipe or standard input, and stops as soon as it is larger than `limit` bytes. */
export async function loadBytes(
  source: Source,
  limit: number,
  stdin: AsyncIterable<Uint8Array>,
): Promise<LoadedBytes> {
  try {
    if (source.path !== '-') {
      const info = statSync(source.path)
      const { size } = info
      if (size > limit)
        return { problem: tooLarge(source.id, `${size} bytes`, `${limit} bytes`, 'fileBytes') }
      // At one stroke, where the size tells how much there is; a promise for each file costs more than reading it.
      if (info.isFile() && size > 0 && size <= small) {
        const bytes = readFileSync(source.path)
        if (bytes.length <= limit) return { bytes }
        return { problem: tooLarge(source.id, 'larger', `${limit} bytes`, 'fileBytes') }
      }
    }
    const stream = source.path === '-' ? stdin : (createReadStream(source.path) as AsyncIterable<Uint8Array>)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of stream) {
      size += chunk.length
      if (size > limit) return { problem: tooLarge(source.id, 'larger', `${limit} bytes`, 'fileBytes') }
      chunks.push(chunk)
    }
    return { bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    return {
      problem: {
        severity: 'error',
        code: 'file-unreadable',
        message: `${source.id} cannot be read: ${reason}`,
        hint: 'Check that you may read the file.',
        file: source.id,
      },
    }
  }
}

/** The problem of a file or text beyond a limit; `setting` names the one to raise. */
export function tooLarge(file: string, size: string, limit: string, setting: string): Problem {
  return {
    severity: 'error',
    code: 'file-too-large',
    message: `${file} is ${size === 'larger' ? `larger than the limit of ${limit}` : `${size}, more than the limit of ${limit}`}; it was not read`,
    hint: `Split it into its documents, or raise the limit (${setting}).`,
    file,
  }
}
