import { InvalidArgumentError } from 'commander'

/** A parser for a whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(
        most === Number.MAX_SAFE_INTEGER
          ? `Give a whole number from ${least}.`
          : `Give a whole number from ${least} to ${most}.`,
      )
    return value
  }
}

/** Gathers an option that may be given more than once, and lists separated by commas. */
export function list(text: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), ...text.split(',').map((part) => part.trim())].filter((part) => part !== '')
}

/** Gathers an option that may be given more than once. */
export function several(text: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), text]
}
