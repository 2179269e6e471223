import type { Mention } from '../model/index.ts'

/**
 * The whole of "Port Director Olga Brandt" as a mention of her, beside the office and the name that stand in
 * it: what a reader would point at. In the order of the names.
 */
export function namesWithOffice(mentions: readonly Mention[], text: string): Mention[] {
  const offices = new Map<number, Mention>()
  for (const mention of mentions)
    if (mention.kind === 'named' && mention.type === 'Role') offices.set(mention.end, mention)
  return mentions.flatMap((name): Mention[] => {
    const office = name.kind === 'named' && name.type === 'Person' ? offices.get(name.start - 1) : undefined
    if (!office || office.sentence !== name.sentence || !/\s/.test(text[name.start - 1]!)) return []
    const { start } = office
    const { end, kind, type, head, number, gender } = name
    return [
      {
        id: `${start}-${end}`,
        start,
        end,
        text: text.slice(start, end),
        kind,
        ...(type ? { type } : {}),
        ...(number ? { number } : {}),
        ...(gender ? { gender } : {}),
        head,
        sentence: -1,
        repeats: name.id,
      },
    ]
  })
}
