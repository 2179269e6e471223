export type Cell = string | number | boolean | undefined

/** What spreadsheets take for the start of a formula, their full-width forms included, after any blanks. */
const formula = /^['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^['\s]*[\t\r\n]/

/**
 * A text that no spreadsheet takes for a formula: one that could be gets an apostrophe before it, as OWASP
 * advises. `plainCell` takes it away again.
 */
export function safeCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text that `safeCell` was given. */
export function plainCell(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}

/**
 * One record by RFC 4180, with its line end: numbers and booleans as they are, texts made safe. An empty text
 * stands in quotes, so that it can be told from no value.
 */
export function csvLine(cells: readonly Cell[]): string {
  const fields = cells.map((cell) => {
    if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
    const text = safeCell(cell)
    return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${fields.join(',')}\r\n`
}
