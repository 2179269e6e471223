import type { Time } from '../model/index.ts'

/** A time as a person reads it: `2020-03`, `2017/..`, `../2020-03-01`, `2017/2019`. */
export function timeText(time: Time): string {
  const { kind, start, end } = time
  if (kind === 'at' && start !== undefined && (end === undefined || end === start)) return start
  if (kind === 'before') return `../${end ?? start ?? ''}`
  if (kind === 'after') return `${start ?? end ?? ''}/..`
  return `${start ?? '..'}/${end ?? '..'}`
}
