/**
 * A text as it is compared: small letters, accents and apostrophes away, anything else that is not a letter
 * or digit a blank. `Inês O’Farrell` and `ines ofarrell` are the same.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  // Most text is ASCII, where plain classes say the same ten times faster.
  if (isAscii(lower)) {
    const joined = lower.includes("'") ? lower.replace(/(?<=[a-z0-9])'(?=[a-z0-9])/g, '') : lower
    return joined.replace(/[^a-z0-9]+/g, ' ').trim()
  }
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/(?<=[\p{L}\p{N}])['\u2019](?=[\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}
