import type { Source } from './source.ts'

/** A file found under an input, with the parts of its full path that come before its id. */
export interface FoundFile extends Source {
  readonly before: readonly string[]
}

/**
 * Gives each file an id of its own, in order of id. Files with the same id get one more folder of their path in
 * front, all of them at once, until no two are alike: the outcome depends on the set of files, not on its order.
 */
export function distinctIds(files: readonly FoundFile[]): readonly Source[] {
  const depth = new Map<FoundFile, number>(files.map((file) => [file, 0]))
  const idOf = (file: FoundFile): string => {
    const k = depth.get(file) ?? 0
    return [...file.before.slice(file.before.length - k), file.id].join('/')
  }
  for (;;) {
    const groups = new Map<string, FoundFile[]>()
    for (const file of files) {
      const id = idOf(file)
      const group = groups.get(id)
      if (group) group.push(file)
      else groups.set(id, [file])
    }
    const deepened = [...groups.values()]
      .filter((group) => group.length > 1)
      .flat()
      .filter((file) => (depth.get(file) ?? 0) < file.before.length)
    if (deepened.length === 0) break
    for (const file of deepened) depth.set(file, (depth.get(file) ?? 0) + 1)
  }
  return files
    .map((file) => ({ id: idOf(file), path: file.path, explicit: file.explicit }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.path < b.path ? -1 : 1))
}
