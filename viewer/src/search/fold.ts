/** Lower case without accents, so that "Cédric" is found by "cedric". For comparing only, never for offsets. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
