/** Endings that British and American spelling write in two ways, to one of them. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/is(ation|ing|ed|es?|er|ers|able)$/, 'iz$1'],
  [/ys(ing|ed|es?|er|ers)$/, 'yz$1'],
  [/our(ed|ing|s|ful|able|ite|al|er|ers|less|hood)?$/, 'or$1'],
  [/([bcdfghjklmnpqrstvwxz])re(s|d)?$/, '$1er$2'],
  [/(og)ue(s)?$/, '$1$2'],
  [/([aeiou])ll(ing|ed|er|ers|ors?)$/, '$1l$2'],
  [/enc(e|es)$/, 'ens$1'],
  [/gramme(s)?$/, 'gram$1'],
  [/(ae|oe)/g, 'e'],
]

/**
 * A form that both spellings of a word share ("behaviour", "behavior"; "organise", "organize"). For telling
 * copies only: it also joins a few words that differ.
 */
export function foldSpelling(word: string): string {
  let folded = word
  if (word.length > 4) for (const [ending, one] of endings) folded = folded.replace(ending, one)
  return folded
}
