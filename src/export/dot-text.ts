/**
 * A text as a quoted string of DOT that stands for itself: in labels a backslash begins an escape (`\N` is the name
 * of the node), and no string may hold a NUL.
 */
export function dotString(text: string): string {
  const plain = text
    .replace(/\r\n|[\n\r\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
  return `"${plain}"`
}
