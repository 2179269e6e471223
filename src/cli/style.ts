/** How parts of a text are set off on a terminal; plain text elsewhere. */
export interface Style {
  /** Names and titles. */
  strong(text: string): string
  /** What stands beside the matter: places, marks. */
  faint(text: string): string
  /** What is denied, or wrong. */
  alarm(text: string): string
}

const same = (text: string): string => text

/** No colours. */
export const plain: Style = { strong: same, faint: same, alarm: same }

const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`

const coloured: Style = { strong: sgr(1, 22), faint: sgr(2, 22), alarm: sgr(31, 39) }

/**
 * The style for a stream: colours on a terminal that has them, unless NO_COLOR or TERM=dumb says otherwise
 * (see no-color.org); FORCE_COLOR asks for them anyway on a terminal.
 */
export function styleFor(stream: NodeJS.WriteStream): Style {
  return stream.isTTY && stream.hasColors() && !process.env.NO_COLOR ? coloured : plain
}
