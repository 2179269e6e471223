/** A whole number in groups of three: "12,345". */
export function sayNumber(number: number, separator = ','): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, separator)
}

/** A number with its noun: "1 relation", "12 relations". */
export function withNoun(
  number: number,
  one: string,
  many: string = `${one}s`,
  say: (number: number) => string = sayNumber,
): string {
  return `${say(number)} ${number === 1 ? one : many}`
}

/** One number where both are the same, else what `of` makes of the two. */
export function numbered(
  some: number,
  all: number,
  of: (some: string, all: string) => string,
  say: (number: number) => string = sayNumber,
): string {
  return some === all ? say(all) : of(say(some), say(all))
}
