import type { Zone } from '../../model/index.ts'

const attribution = /^(?:on|am|le) .{5,200}(?:wrote|schrieb|écrit)\s?:$/i
const forwarded = /^-{2,}\s*(?:original message|forwarded message|forwarded by .*)\s*-{2,}$/i
const header = /^(?:from|sent|to|cc|date|subject):\s*\S/i

/**
 * Zones of a letter: lines quoted from an earlier one, the line that announces them, headers of a forwarded letter, and
 * the signature below "-- ". What is quoted is another document and says nothing new.
 */
export function mailZones(text: string): readonly Zone[] {
  const zones: Zone[] = []
  const mark = (rule: string, start: number, end: number): void => {
    const last = zones.at(-1)
    if (last && last.rule === rule && text.slice(last.end, start).trim() === '')
      zones[zones.length - 1] = { ...last, end }
    else if (end > start) zones.push({ kind: 'boilerplate', rule, start, end })
  }
  let from = 0
  let headers = 0
  while (from < text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const line = text.slice(from, to).replace(/\r$/, '')
    const end = from + line.trimEnd().length
    if (line.trimEnd() === '--') {
      const last = text.trimEnd().length
      mark('mail-signature', from, last)
      break
    }
    if (/^\s*>/.test(line)) mark('mail-quoted', from, end)
    else if (attribution.test(line.trim())) mark('mail-quoted', from, end)
    else if (forwarded.test(line.trim())) {
      mark('mail-headers', from, end)
      headers = 8
    } else if (headers > 0 && header.test(line)) mark('mail-headers', from, end)
    headers = line.trim() === '' ? headers : Math.max(0, headers - 1)
    from = to + 1
  }
  return zones
}
