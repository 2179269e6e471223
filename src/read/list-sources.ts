import { existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
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
export function listSources(inputs: readonly string[], exclude: readonly string[] = []): SourceList {
  const problems: Problem[] = []
  const found = new Map<string, FoundFile>()
  const excluded = new Set(exclude.map((path) => (existsSync(path) ? realPath(path) : resolve(path))))
  for (const input of [...new Set(inputs)].sort()) {
    if (input === '-') {
      found.set('-', { id: 'stdin', path: '-', explicit: true, before: [] })
      continue
    }
    const files = listInput(input, excluded, problems)
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

function listInput(input: string, excluded: ReadonlySet<string>, problems: Problem[]): Listed[] {
  const kind = kindOf(input)
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
    return [{ real: realPath(full), file: { id: basename(full), path: full, explicit: true, before } }]
  }
  const listed: Listed[] = []
  walk(full, '', new Set([realPath(full)]), { full, excluded, listed, problems })
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
function walk(folder: string, prefix: string, seen: Set<string>, state: Walk): void {
  const names = orCode(() => readdirSync(folder))
  if (typeof names === 'string') {
    state.problems.push(unreadable(prefix || folder, names))
    return
  }
  if (isOutput(names)) return
  for (const name of names.sort()) {
    if (isPassedOver(name)) continue
    const path = join(folder, name)
    const id = prefix + name
    const kind = kindOf(path)
    if (typeof kind === 'string') {
      state.problems.push(
        unreadable(id, kind === 'ENOENT' || kind === 'ELOOP' ? 'a link that leads nowhere' : kind),
      )
      continue
    }
    const real = realPath(path)
    if (state.excluded.has(real)) continue
    if (kind.isDirectory()) {
      if (seen.has(real)) continue
      seen.add(real)
      walk(path, `${id}/`, seen, state)
    } else if (kind.isFile()) {
      state.listed.push({ real, file: { id, path, explicit: false, before: state.full.split(sep) } })
    } else state.problems.push(unreadable(id, 'not a file or folder'))
  }
}

const realPath = (path: string): string => realpathSync.native(path)
const kindOf = (path: string): Stats | string => orCode(() => statSync(path))

/** What an action gives, or the code with which the system refuses it. */
function orCode<T>(action: () => T): T | string {
  try {
    return action()
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
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
