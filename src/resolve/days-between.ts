const day = 86_400_000

/** Days between two dates, of which what is missing counts as the first; undefined where one is not known. */
export function daysBetween(a: string | undefined, b: string | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / day
  return Number.isNaN(days) ? undefined : days
}
