const start = '<!-- measured: npm run bench -- --accuracy && npm run docs -->\n'
const end = '<!-- /measured -->'

/** A text with a table between the marks for it. Throws where the marks are not there. */
export function withTable(text: string, table: string): string {
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error('README.md has no place for what was measured.')
  return `${text.slice(0, from + start.length)}${table}\n${text.slice(to)}`
}
