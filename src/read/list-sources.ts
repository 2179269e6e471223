import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Problem } from '../model/index.ts'
import { distinctIds, type FoundFile } from './distinct-ids.ts'
import type { Source } from './source.ts'

/** The files under some inputs, in order of id, and what was wrong with the inputs. */
export interface SourceList {
  readonly sources: readonly Source[]
  readonly problems: readonly Problem[]
}

/**
 * Lists the files that inputs name: files, folders with all that is below them, `-` for standard input. Hidden
 * files, lock files of office programs, and an earlier output of Redthread are passed over; a link is followed
 * once; a file reached in two ways is listed once. The result does not depend on the order of `inputs`.
 */
export async function listSources(
  inputs: readonly string[],
  exclude: readonly string[] = [],
): Promise<SourceList> {
  const problems: Problem[] = []
  const found = new Map<string, FoundFile>()
  const excluded = new Set(
    await Promise.all(exclude.map((path) => realpath(path).catch(() => resolve(path)))),
  )
  for (const input of [...new Set(inputs)].sort()) {
    if (input === '-') {
      found.set('-', { id: 'stdin', path: '-', explicit: true, before: [] })
      continue
    }
    const files = await listInput(input, excluded, problems)
    for (const { real, file } of files) {
      const known = found.get(real)
      if (known === undefined || comesBefore(file, known)) found.set(real, file)
    }
  }
  return { sources: distinctIds([...found.values()]), problems: problems.sort(byFile) }
}

interface Listed {
  readonly real: string
  readonly file: FoundFile
}

async function listInput(
  input: string,
  excluded: ReadonlySet<string>,
  problems: Problem[],
): Promise<Listed[]> {
  const kind = await stat(input).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown')
  if (typeof kind === 'string') {
    problems.push(
      kind === 'ENOENT' || kind === 'ENOTDIR'
        ? {
            severity: 'error',
            code: 'path-missing',
            message: `${input} does not exist`,
            hint: 'Check the spelling, or name a file or folder that exists.',
            file: input,
          }
        : unreadable(input, kind),
    )
    return []
  }
  const full = resolve(input)
  if (!kind.isDirectory()) {
    if (!kind.isFile() && !kind.isFIFO() && !kind.isCharacterDevice()) {
      problems.push(unreadable(input, 'not a file or folder'))
      return []
    }
    const before = dirname(full).split(sep)
    return [{ real: await realpath(full), file: { id: basename(full), path: full, explicit: true, before } }]
  }
  const listed: Listed[] = []
  await walk(full, '', new Set([await realpath(full)]), { full, excluded, listed, problems })
  if (listed.length === 0) {
    problems.push({
      severity: 'error',
      code: 'folder-empty',
      message: `The folder ${input} holds no files to read`,
      hint: 'Put documents into it, or name another folder.',
      file: input,
    })
  }
  return listed
}

interface Walk {
  readonly full: string
  readonly excluded: ReadonlySet<string>
  readonly listed: Listed[]
  readonly problems: Problem[]
}

/** Goes through a folder in order of name; `seen` holds the real folders already walked, so that links cannot loop. */
async function walk(folder: string, prefix: string, seen: Set<string>, state: Walk): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    state.problems.push(unreadable(prefix || folder, error.code ?? 'unknown'))
    return [] as string[]
  })
  if (isOutput(names)) return
  for (const name of names.sort()) {
    if (isPassedOver(name)) continue
    const path = join(folder, name)
    const id = prefix + name
    const kind = await stat(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown')
    if (typeof kind === 'string') {
      state.problems.push(
        unreadable(id, kind === 'ENOENT' || kind === 'ELOOP' ? 'a link that leads nowhere' : kind),
      )
      continue
    }
    const real = await realpath(path)
    if (state.excluded.has(real)) continue
    if (kind.isDirectory()) {
      if (seen.has(real)) continue
      seen.add(real)
      await walk(path, `${id}/`, seen, state)
    } else if (kind.isFile()) {
      state.listed.push({ real, file: { id, path, explicit: false, before: state.full.split(sep) } })
    } else state.problems.push(unreadable(id, 'not a file or folder'))
  }
}

/** Whether a file or folder of this name is passed over without a word: hidden ones, locks, leftovers of systems. */
export function isPassedOver(name: string): boolean {
  return /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$|node_modules$)/i.test(name)
}

function isOutput(names: readonly string[]): boolean {
  return ['graph.json', 'claims.jsonl', 'documents.jsonl'].every((name) => names.includes(name))
}

function unreadable(file: string, reason: string): Problem {
  return {
    severity: 'error',
    code: 'file-unreadable',
    message: `${file} cannot be read: ${reason}`,
    hint: 'Check that it is an ordinary file and that you may read it.',
    file,
  }
}

function comesBefore(a: FoundFile, b: FoundFile): boolean {
  return a.id.length !== b.id.length ? a.id.length < b.id.length : a.id < b.id
}

function byFile(a: Problem, b: Problem): number {
  const x = `${a.file ?? ''}\n${a.message}`
  const y = `${b.file ?? ''}\n${b.message}`
  return x < y ? -1 : x > y ? 1 : 0
}
