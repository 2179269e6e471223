import type { Annotation, Token } from '../model/index.ts'

const lemmas = new Set(
  'say think believe claim allege report state hope fear suspect assume know feel insist suggest argue guess reckon doubt wish'.split(
    ' ',
  ),
)

/**
 * Mends a mistake that parsers make where "that" is left out: in "the union says the board appointed her"
 * they hang "appointed" on "board" as a participle. A past tense below the object of a verb of speech or
 * thought is that verb's clause, and the object is its subject, unless a by-phrase makes it a passive.
 */
export function repairTrees(annotation: Annotation, text: string): Annotation {
  const { tokens } = annotation
  const changed = new Map<number, Token>()
  tokens.forEach((token, index) => {
    if (token.deprel !== 'acl' || token.upos !== 'VERB' || !/^VB[DN]$/.test(token.xpos ?? '')) return
    const noun = token.head ?? -1
    const verb = tokens[noun]?.head ?? -1
    if (noun < 0 || verb < 0 || index < noun || verb > noun) return
    if (tokens[noun]!.deprel !== 'obj' || tokens[verb]!.upos !== 'VERB' || !lemmas.has(tokens[verb]!.lemma))
      return
    const below = tokens.flatMap((t, i) => (t.head === index && i > index ? [i] : []))
    const isPassive = below.some((i) =>
      tokens.some(
        (t, c) =>
          t.head === i &&
          t.deprel === 'case' &&
          text.slice(tokens[c]!.start, tokens[c]!.end).toLowerCase() === 'by',
      ),
    )
    if (isPassive) return
    changed.set(index, { ...token, head: verb, deprel: 'ccomp', xpos: 'VBD' })
    for (const i of below) {
      const child = tokens[i]!
      if (child.deprel === 'xcomp' && /^(NOUN|PROPN)$/.test(child.upos))
        changed.set(i, { ...child, deprel: 'obj' })
    }
    changed.set(noun, { ...tokens[noun]!, head: index, deprel: 'nsubj' })
  })
  if (changed.size === 0) return annotation
  return { ...annotation, tokens: tokens.map((token, index) => changed.get(index) ?? token) }
}
