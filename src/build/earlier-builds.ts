import { join } from 'node:path'
import type { Leftover } from '../graph/index.ts'
import { type LineCache, openLineCache } from './line-cache.ts'
import { resolvableName } from './resolvable-lines.ts'

/** The file of what was read in files, for the next build; nothing else looks at it. */
export const readingName = '.reading.jsonl'

/** Lines that earlier builds left: of claims, of what resolution needs of them, and of what was read in files. */
export interface EarlierBuilds {
  readonly claims: Pick<LineCache, 'get'>
  readonly resolvable: Pick<LineCache, 'get'>
  readonly reading: Pick<LineCache, 'get'>
  close(): void
}

/** Opens what the last build left in a folder, and builds that were cut off; nothing without a folder. */
export function openEarlierBuilds(out: string | undefined, left: readonly Leftover[]): EarlierBuilds {
  const open = (name: string): LineCache =>
    openLineCache(
      out === undefined
        ? []
        : [join(out, name), ...left.filter((one) => one.name === name).map(({ path }) => path)],
    )
  const claims = open('claims.jsonl')
  const resolvable = open(resolvableName)
  const reading = open(readingName)
  return {
    claims,
    resolvable,
    reading,
    close() {
      claims.close()
      resolvable.close()
      reading.close()
    },
  }
}
