/**
 * A text as it is compared: small letters, accents and apostrophes away, anything else that is not a letter
 * or digit a blank. `Inês O’Farrell` and `ines ofarrell` are the same.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  const plain = isAscii(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
  return plain
    .replace(/(?<=[\p{L}\p{N}])['\u2019](?=[\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}
