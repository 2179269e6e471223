const special = /[&<>"'\t\n\r\p{Cc}\ufffe\uffff]|\p{Cs}/u
const allSpecial = new RegExp(special, 'gu')
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/**
 * A text as it may stand in an element or an attribute of XML 1.0. Line ends and tabs survive as character
 * references; what XML 1.0 cannot hold (control characters, U+FFFE, U+FFFF, half a surrogate pair) becomes
 * U+FFFD.
 */
export function xmlText(text: string): string {
  if (!special.test(text)) return text
  return text.replace(allSpecial, (c) => references[c] ?? (c >= '\u007f' && c <= '\u009f' ? c : '\ufffd'))
}

/** Whether XML 1.0 can hold a text without loss. */
export function xmlHolds(text: string): boolean {
  return !xmlText(text.replaceAll('\ufffd', '')).includes('\ufffd')
}
