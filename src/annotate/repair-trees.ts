import type { Annotation, Token } from '../model/index.ts'

const clauseTakers = new Set(
  'say think believe claim allege report state hope fear suspect assume know feel insist suggest argue guess reckon doubt wish'.split(
    ' ',
  ),
)

/**
 * Mends two mistakes of parsers that take a past tense for a participle. In "the union says the board
 * appointed her" they hang "appointed" on "board": below the object of a verb of speech or thought a past
 * tense is that verb's clause, and the object its subject. In "Nordkai Shipping sued the yard" they make
 * the name the root: a participle with an object of its own below a root without a verb is the verb of the
 * sentence. A by-phrase makes a passive of either, which stays.
 */
export function repairTrees(annotation: Annotation, text: string): Annotation {
  const { tokens } = annotation
  const suspects = tokens.flatMap((token, index) => {
    const noun = token.head ?? -1
    const isPast = token.deprel === 'acl' && token.upos === 'VERB' && /^VB[DN]$/.test(token.xpos ?? '')
    return isPast && noun >= 0 && noun < index ? [{ index, noun }] : []
  })
  if (suspects.length === 0) return annotation
  const children = new Map<number, number[]>()
  tokens.forEach(({ head }, index) => {
    if (head === undefined || head < 0) return
    const list = children.get(head)
    if (list) list.push(index)
    else children.set(head, [index])
  })
  const below = (index: number): readonly number[] => children.get(index) ?? []
  const form = (index: number): string => text.slice(tokens[index]!.start, tokens[index]!.end).toLowerCase()
  const isPassive = (verb: number): boolean =>
    below(verb).some((i) => below(i).some((c) => tokens[c]!.deprel === 'case' && form(c) === 'by'))
  const changed = new Map<number, Token>()
  for (const { index, noun } of suspects) {
    if (isPassive(index)) continue
    const verb = tokens[noun]!.head ?? -1
    const token = tokens[index]!
    const asClause =
      verb >= 0 &&
      verb < noun &&
      tokens[noun]!.deprel === 'obj' &&
      tokens[verb]!.upos === 'VERB' &&
      clauseTakers.has(tokens[verb]!.lemma)
    const asRoot =
      verb < 0 &&
      below(index).some((i) => i > index && tokens[i]!.deprel === 'obj') &&
      !below(noun).some((i) => ['cop', 'nsubj', 'expl'].includes(tokens[i]!.deprel?.split(':')[0] ?? ''))
    if (!asClause && !asRoot) continue
    changed.set(index, { ...token, head: verb, deprel: asClause ? 'ccomp' : 'root', xpos: 'VBD' })
    changed.set(noun, { ...tokens[noun]!, head: index, deprel: 'nsubj' })
    for (const i of below(index)) {
      const child = tokens[i]!
      if (child.deprel === 'xcomp' && /^(NOUN|PROPN)$/.test(child.upos))
        changed.set(i, { ...child, deprel: 'obj' })
    }
    if (asRoot) for (const i of below(noun)) if (i > index) changed.set(i, { ...tokens[i]!, head: index })
  }
  if (changed.size === 0) return annotation
  return { ...annotation, tokens: tokens.map((token, index) => changed.get(index) ?? token) }
}
