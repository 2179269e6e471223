import type { TokenMention } from './annotated-document.ts'
import type { Tree } from './tree.ts'

/** "Maritime Accident Board (MAB)": the short form is the same thing, whatever its type. */
export function linkAcronyms(tree: Tree, mentions: TokenMention[]): void {
  const byToken = new Map<number, number>()
  mentions.forEach((m, index) => {
    if (m.kind === 'named') byToken.set(m.firstToken, index)
  })
  for (const long of [...mentions]) {
    if (long.kind !== 'named' || tree.tokens[long.endToken] === undefined || tree.form(long.endToken) !== '(')
      continue
    const index = byToken.get(long.endToken + 1)
    const short = index === undefined ? undefined : mentions[index]
    if (!short || tree.tokens[short.endToken] === undefined || tree.form(short.endToken) !== ')') continue
    if (!isAcronymOf(short.text, long.text)) continue
    mentions[index!] = { ...short, sameAs: long.id, ...(long.type ? { type: long.type } : {}) }
    const at = mentions.findIndex((m) => m.id === long.id)
    mentions[at] = { ...mentions[at]!, acronym: short.text }
  }
}

/** Whether the letters of a short form are initials of the words of a name, in order. */
function isAcronymOf(short: string, name: string): boolean {
  const letters = short.replaceAll('.', '').replace(/s$/, '')
  if (!/^[A-Z][A-Za-z&]*[A-Z]$/.test(letters)) return false
  const initials = name.split(/[\s-]+/).map((word) => word[0] ?? '')
  const capitals = initials.filter((c) => c !== c.toLowerCase()).join('')
  return capitals === letters || initials.join('').toUpperCase() === letters.toUpperCase()
}
