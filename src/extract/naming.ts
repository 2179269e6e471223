import type { Extractor, Reading } from './extractor.ts'

const namingVerbs = new Set(['call', 'name', 'know', 'dub', 'title', 'codename', 'entitle', 'term'])

/** Where the word ends that a name is a part of: "Pier" of "Pier-4". */
const wordEnd = (text: string, end: number): number =>
  end + (/^[-\p{L}\p{N}]*[\p{L}\p{N}]/u.exec(text.slice(end, end + 40))?.[0].length ?? 0)

/**
 * Reads what a thing is called: "an inquiry called Operation Lantern", "the inquiry, known as Operation
 * Lantern". The name is the object, as words.
 */
export const naming: Extractor = {
  name: 'naming',
  version: '1',
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'mentions'],
  emits: () => ['named'],
  *extract({ tree, mentions }): Generator<Reading> {
    const byFirst = new Map(mentions.filter((m) => m.kind === 'named').map((m) => [m.firstToken, m]))
    for (let token = 1; token < tree.tokens.length; token++) {
      if (!namingVerbs.has(tree.lemma(token)) || !/^VB[ND]$/.test(tree.xpos(token))) continue
      // An active "called" follows its subject directly only where a comma has been left out or misread.
      if (tree.xpos(token) === 'VBD' && !/^[,(]$/.test(tree.form(token - 1))) continue
      let next = token + 1
      if (tree.lemma(token) === 'know' || tree.lower(next) === 'as') {
        if (tree.tokens[next] === undefined || tree.lower(next) !== 'as') continue
        next++
      }
      while (tree.tokens[next] && /^[‘'“"]$|^``$/.test(tree.form(next))) next++
      const name = byFirst.get(next)
      if (!name || tree.sentence(next) !== tree.sentence(token)) continue
      // "known as Varn's city of bridges": the name is only where the phrase begins.
      if (/^['’]s$/.test(tree.lower(name.endToken))) continue
      // The noun named: the subject of "is called", else the phrase that ends just before.
      const own = tree.children(token, 'nsubj')[0]
      const subject =
        own ??
        mentions.filter((m) => m.kind === 'nominal' && m.endToken <= token && token - m.endToken <= 2).at(-1)
          ?.token
      if (subject === undefined) continue
      yield {
        relation: 'named',
        label: 'is called',
        subject: { token: subject },
        object: { value: { start: name.start, end: wordEnd(tree.text, name.end) }, type: 'Text' },
        predicate: token,
        relationSpan: { start: tree.tokens[token]!.start, end: tree.tokens[token]!.end },
        rule: 'called',
        confidence: 0.85,
      }
    }
  },
}
