import { stat } from 'node:fs/promises'
import type { Document, Problem } from '../model/index.ts'
import type { Drafted } from './draft.ts'
import { examine, finishDocument } from './finish-document.ts'
import { detectFormat } from './formats/detect-format.ts'
import { IsolatedReader } from './isolated-reader.ts'
import { defaultLimits, type ReadLimits } from './limits.ts'
import { listSources } from './list-sources.ts'
import { loadBytes } from './load-bytes.ts'
import { type FileToRead, readFile } from './read-file.ts'
import { draftsOf, type ReadDraft, type ReadingCache, ReadingNote, readingKey } from './reading-cache.ts'
import { publisherOf, Repetition } from './repetition.ts'
import { sha256 } from './sha256.ts'
import type { Source } from './source.ts'

/** How documents are read; all of it has defaults. */
export interface ReadOptions {
  /** Where `-` reads from; the process's standard input when absent. */
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly limits?: Partial<ReadLimits>
  /** Files and folders that are passed over, such as the folder a build writes to. */
  readonly exclude?: readonly string[]
  /** Columns or keys that hold the text of the records of tables and JSON; the usual names when absent. */
  readonly textFields?: readonly string[]
  /** Whether formats that need a library are read in a thread of their own, with limits on time and memory. Default true. */
  readonly isolate?: boolean
  /** Whether text that recurs across the documents of a publisher is looked for: a pass of its own. Default true. */
  readonly repetition?: boolean
  /** Takes the clock of the file for the date of a document that states none. Default false. */
  readonly fileDates?: boolean
  /** What earlier builds read, and what takes what is read now. */
  readonly cache?: ReadingCache
  /** Called once with the number of files, before the first is read. */
  readonly onListed?: (files: number) => void
}

/** One document that was read, or what was wrong with one. */
export interface ReadResult {
  readonly document?: Document
  readonly problems: readonly Problem[]
}

/** Formats whose readers are plain loops over the bytes. */
const inProportion = new Set(['text', 'csv', 'tsv', 'jsonl', 'media', 'binary', 'ole', 'xml'])

/** Bytes of Markdown from which it is read like the formats that need a library. */
const longMarkdown = 262_144

/** Characters of text that the first pass keeps for the second, so that small inputs are read once. */
const kept = 32_000_000

/**
 * Reads the documents that inputs name (files, folders, `-` for standard input), one at a time and in order of file
 * id whatever the order of `inputs`; documents of one file come in the order of the file. Nothing that is wrong with
 * an input throws or stops the others: it comes back as a problem. Problems of the inputs themselves come first.
 */
export async function* readDocuments(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  const limits = { ...defaultLimits, ...options.limits }
  const listed = listSources(inputs, options.exclude)
  options.onListed?.(listed.sources.length)
  if (listed.problems.length > 0) yield { problems: listed.problems }
  const reader = new SourceReader(limits, options)
  try {
    yield* readSources(listed.sources, reader, limits, options)
  } finally {
    await reader.close()
  }
}

async function* readSources(
  sources: readonly Source[],
  reader: SourceReader,
  limits: ReadLimits,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  const ids = new Set<string>()
  const repetition = new Repetition()
  if (options.repetition !== false) {
    for (const source of sources) {
      for await (const { draft } of reader.read(source)) {
        if (draft && draft.text.length <= limits.textLength) {
          repetition.add(publisherOf(idOf(source, draft.member), draft), draft.text)
        }
      }
    }
  }
  for (const source of sources) {
    const fileDate = options.fileDates ? await clockOf(source) : undefined
    const note = new ReadingNote()
    for await (const drafted of reader.read(source)) {
      const { draft, problems, hash } = drafted
      if (draft === undefined) {
        note.add(drafted)
        yield { problems }
        continue
      }
      let { examined } = drafted
      const id = unusedId(idOf(source, draft.member), ids)
      const publisher = publisherOf(id, draft)
      const finished = finishDocument(draft, {
        id,
        hash,
        limits,
        recurs: (words) => repetition.recurs(publisher, words),
        examine: () => (examined ??= examine(draft)),
        ...(fileDate === undefined ? {} : { fileDate }),
      })
      note.add({ ...drafted, ...(examined && { examined }) })
      yield { ...finished, problems: [...problems, ...finished.problems] }
    }
    reader.keep(source, note)
    reader.forget(source)
  }
}

/** Reads sources to drafts, and keeps what it has read for a second time as far as there is room. */
class SourceReader {
  readonly #limits: ReadLimits
  readonly #stdin: AsyncIterable<Uint8Array>
  readonly #fields: { readonly textFields?: readonly string[] }
  readonly #drafts = new Map<string, readonly ReadDraft[]>()
  readonly #isolated = new IsolatedReader()
  readonly #isolate: boolean
  readonly #cache: ReadingCache | undefined
  /** By path. */
  readonly #keys = new Map<string, string>()
  #room = kept

  constructor(limits: ReadLimits, { stdin, textFields, isolate = true, cache }: ReadOptions) {
    this.#cache = cache
    this.#isolate = isolate
    this.#limits = limits
    this.#stdin = stdin ?? process.stdin
    this.#fields = textFields === undefined ? {} : { textFields }
  }

  async *read(source: Source): AsyncGenerator<ReadDraft> {
    const known = this.#drafts.get(source.path)
    if (known) {
      yield* known
      return
    }
    const loaded = await loadBytes(source, this.#limits.fileBytes, this.#stdin)
    if ('problem' in loaded) {
      const failed = [{ problems: [loaded.problem], hash: '' }]
      this.#drafts.set(source.path, failed)
      yield* failed
      return
    }
    const { bytes } = loaded
    const hash = sha256(bytes)
    const once = source.path === '-'
    let keep: ReadDraft[] | undefined = []
    const file = { bytes, file: source.id, limits: this.#limits, explicit: source.explicit, ...this.#fields }
    for await (const drafted of once ? this.#readFile(file) : this.#recall(source, file, hash)) {
      const hashed: ReadDraft = { ...drafted, hash }
      const length = (drafted.draft?.text.length ?? 0) + 1000
      if (keep && (once || length <= this.#room)) {
        keep.push(hashed)
        this.#room -= length
      } else if (keep) {
        for (const { draft } of keep) this.#room += (draft?.text.length ?? 0) + 1000
        keep = undefined
      }
      yield hashed
    }
    if (keep) this.#drafts.set(source.path, keep)
  }

  /** What an earlier build read in the file, else what is read now. */
  async *#recall({ path }: Source, file: FileToRead, hash: string): AsyncGenerator<Drafted> {
    const cache = this.#cache
    let known: readonly ReadDraft[] | undefined
    if (cache) {
      const { bytes: _bytes, ...others } = file
      const key = readingKey(cache.reader, { ...others, hash, isolate: this.#isolate })
      this.#keys.set(path, key)
      const line = cache.get(key)
      known = line && draftsOf(line)
    }
    yield* known ?? this.#readFile(file)
  }

  #readFile(file: FileToRead): AsyncGenerator<Drafted> {
    return this.#isolates(file) ? this.#isolated.read(file) : readFile(file)
  }

  /** Plain text, tables and lines of JSON are read by code that takes time and memory in proportion. */
  #isolates(file: FileToRead): boolean {
    if (!this.#isolate) return false
    const format = detectFormat(file.bytes, file.file)
    return format === 'markdown' ? file.bytes.length > longMarkdown : !inProportion.has(format)
  }

  async close(): Promise<void> {
    await this.#isolated.close()
  }

  /** Puts what was read in a file into the cache. */
  keep({ path }: Source, note: ReadingNote): void {
    const key = this.#keys.get(path)
    const line = key === undefined ? undefined : note.line(key)
    if (line !== undefined) this.#cache?.put(line)
  }

  forget(source: Source): void {
    this.#drafts.delete(source.path)
  }
}

/** An id that no document has yet: a file can be called `a.zip!b.txt` beside an archive that holds `b.txt`. */
function unusedId(id: string, ids: Set<string>): string {
  let free = id
  for (let i = 2; ids.has(free); i++) free = `${id}#${i}`
  ids.add(free)
  return free
}

function idOf(source: Source, member: string | undefined): string {
  return member === undefined ? source.id : `${source.id}!${member}`
}

async function clockOf(source: Source): Promise<string | undefined> {
  if (source.path === '-') return undefined
  return (await stat(source.path).catch(() => undefined))?.mtime.toISOString().slice(0, 10)
}
