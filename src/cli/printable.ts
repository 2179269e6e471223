/**
 * A text on one line that a terminal shows and does not obey: line ends and tabs become blanks, other control
 * characters and those that turn the direction of writing their code in angle brackets.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(
      /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
      (mark) => `<${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
    )
}
