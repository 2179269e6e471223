import { hashText } from '../model/index.ts'

/** Names that Windows keeps for devices, whatever follows them after a dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
/** Letters of a name. */
const longest = 80
/** Bytes of a name: leaves room for a hash, an extension and a mark of what is not whole in the 255 of file systems. */
const mostBytes = 220

/** The beginning of a text that is no longer than a name may be. */
function cut(text: string): string {
  const letters = [...text].slice(0, longest)
  while (Buffer.byteLength(letters.join('')) > mostBytes) letters.pop()
  return letters.join('')
}

/**
 * A label as the name of a file, without its extension, that Windows, macOS, Linux and Obsidian take: no separators,
 * no marks of links, no control characters, not hidden, not too long. Different labels may have the same.
 */
export function fileName(label: string): string {
  const safe = label
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, ' ')
    .replace(/[\\/:*?"<>|#^[\]%`]/g, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
  const short = cut(safe).replace(/[.\s]+$/, '')
  return short === '' ? '_' : short.replace(reserved, '$1_')
}

/** Gives each thing a name of its own, also where file systems do not tell small letters from capitals. */
export function distinctNames(): (label: string, key: string) => string {
  const taken = new Set<string>()
  const fold = (name: string): string => name.toLowerCase().normalize('NFKC')
  return (label, key) => {
    const plain = fileName(label)
    let name = plain
    for (let hash = key; taken.has(fold(name)); name = `${plain} ${hash.slice(-8)}`) hash = hashText(hash)
    taken.add(fold(name))
    return name
  }
}
