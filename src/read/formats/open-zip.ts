import { isUtf8 } from 'node:buffer'
import { type Entry, fromBuffer, getFileNameLowLevel, type ZipFile } from 'yauzl'
import type { Problem } from '../../model/index.ts'
import { ReadingError } from '../reading-error.ts'
import type { FormatInput } from './format-reader.ts'

/** One file in an archive. */
export interface ZipMember {
  /** Path with `/`, without what would lead out of the archive; unique in it. */
  readonly name: string
  readonly encrypted: boolean
  /** Bytes that the archive says it unpacks to. */
  readonly size: number
}

/** An archive whose members are known and can be unpacked one by one. */
export interface Zip {
  /** In order of name. */
  readonly members: readonly ZipMember[]
  readonly problems: readonly Problem[]
  /** Unpacks a member; throws a ReadingError where it is larger than `most` bytes or than what is left for the file. */
  unpack(member: ZipMember, most?: number): Promise<Uint8Array>
}

/**
 * Opens an archive. Its directory is read, not its size fields believed: unpacking counts the bytes that come out and
 * stops at the limits, and what has been unpacked counts against one budget for the whole file.
 */
export async function openZip({ bytes, file, limits, budget }: FormatInput): Promise<Zip> {
  const zip = await open(bytes)
  const entries = new Map<string, Entry>()
  const problems: Problem[] = []
  const most = limits.members * 2
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      const raw = nameOf(entry)
      const name = safeName(raw)
      if (!raw.endsWith('/') && name !== '') {
        if (name !== raw.replaceAll('\\', '/')) problems.push(climbing(file, raw, name))
        entries.set(unique(name, entries), entry)
      }
      if (entries.size < most) zip.readEntry()
      else resolve()
    })
    zip.readEntry()
  })
  const names = [...entries.keys()].sort()
  const members = names.map((name) => {
    const entry = entries.get(name) as Entry
    return { name, encrypted: entry.isEncrypted(), size: entry.uncompressedSize }
  })
  const unpack = async (member: ZipMember, most = limits.fileBytes): Promise<Uint8Array> => {
    const entry = entries.get(member.name)
    if (!entry) throw new ReadingError('format-broken', `it has no member ${member.name}`, 'Pack it again.')
    const unpacked = await inflate(zip, entry, Math.min(most, limits.fileBytes), budget)
    budget.bytes -= unpacked.length
    return unpacked
  }
  return { members, problems: problems.slice(0, 20), unpack }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false }
    fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}

function inflate(zip: ZipFile, entry: Entry, most: number, budget: { bytes: number }): Promise<Uint8Array> {
  const limit = Math.min(most, budget.bytes)
  if (entry.uncompressedSize > limit) return Promise.reject(tooMuch(limit, most))
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      const chunks: Buffer[] = []
      let size = 0
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= limit) chunks.push(chunk)
        else {
          stream.destroy()
          reject(tooMuch(limit, most))
        }
      })
    })
  })
}

function tooMuch(limit: number, most: number): ReadingError {
  return limit < most
    ? new ReadingError(
        'file-too-large',
        'the archive unpacks to more than may be read from one file',
        'Unpack it, and name the folder (or raise unpackedBytes).',
      )
    : new ReadingError(
        'file-too-large',
        `it unpacks to more than ${most} bytes`,
        'Split it into its documents (or raise fileBytes).',
      )
}

function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer
  // Many programs write names in UTF-8 without saying so.
  if (raw.some((byte) => byte > 0x7f) && isUtf8(raw)) return raw.toString('utf8')
  try {
    return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
  } catch {
    return raw.toString('latin1')
  }
}

/** Takes out what would lead out of the archive: roots, drive letters, and the folder above. */
function safeName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .replaceAll('\0', '')
}

function unique(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name
  for (let i = 2; taken.has(free); i++) free = `${name}#${i}`
  return free
}

function climbing(file: string, raw: string, name: string): Problem {
  return {
    severity: 'warning',
    code: 'archive-name',
    message: `${file} holds a member whose name leads out of the archive (${JSON.stringify(raw.slice(0, 200))}); it is called ${name}`,
    hint: 'Check where the archive comes from.',
    file,
  }
}
