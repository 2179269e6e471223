import type { Tree } from '../annotate/tree.ts'

const words = new Set(
  `second minute hour day night morning afternoon evening noon midnight week weekend fortnight month quarter
  season spring summer autumn winter year decade century time today yesterday tomorrow tonight monday tuesday
  wednesday thursday friday saturday sunday january february march april may june july august september october
  november december moment period ago later earlier now`
    .trim()
    .split(/\s+/),
)

/** Whether a word measures or names a time, so that it needs no preposition: "last week", "May 5", "1998". */
export const isTemporal = (tree: Tree, token: number): boolean =>
  words.has(tree.lemma(token)) || words.has(tree.lower(token)) || /^(1[0-9]|20)\d\d$/.test(tree.form(token))
