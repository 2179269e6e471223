import { hashText } from '../model/index.ts'

/** Names that Windows keeps for devices, whatever follows them after a dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** Letters of a name: leaves room for folders within the 255 bytes that file systems allow. */
const longest = 80

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
  const short = [...safe]
    .slice(0, longest)
    .join('')
    .replace(/[.\s]+$/, '')
  return short === '' || reserved.test(short) ? `${short}_` : short
}

/** Gives each thing a name of its own, also where file systems do not tell small letters from capitals. */
export function distinctNames(): (label: string, key: string) => string {
  const taken = new Set<string>()
  return (label, key) => {
    const plain = fileName(label)
    const fold = (name: string): string => name.toLowerCase().normalize('NFKC')
    const name = taken.has(fold(plain)) ? `${plain} ${hashText(key).slice(-8)}` : plain
    taken.add(fold(name))
    return name
  }
}
