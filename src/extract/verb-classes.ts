import type { Tree } from '../annotate/tree.ts'
import type { ClauseArgument } from './clause-arguments.ts'

const lightVerbs = new Set(
  'bear bring call cast do draw gain get give have hold keep lay lend lose make offer pay place play put raise seek set show take win'.split(
    ' ',
  ),
)

/** Whether a verb can leave its meaning to its object: "take action", "have faith". */
export const isLightVerb = (tree: Tree, verb: number): boolean => lightVerbs.has(tree.lemma(verb))

const reportVerbs = new Set(
  'allege announce believe claim confirm estimate expect know note report reveal rumour say show suggest think understand'.split(
    ' ',
  ),
)

/** Whether "it is -ed that" with this verb says that something is said or thought. */
export const isReportVerb = (tree: Tree, verb: number): boolean => reportVerbs.has(tree.lemma(verb))

const twoObjects = new Set(
  `allow appoint ask assign award bring call charge choose consider crown declare deny designate dub elect fine
  give grant hand label lend make name offer order owe pay promise proclaim promote rename sell send sentence serve
  show teach tell term title vote`
    .trim()
    .split(/\s+/),
)

/** Whether a verb takes a second object or a noun that says what the first becomes, and so keeps one as a passive. */
export const takesTwoObjects = (tree: Tree, verb: number): boolean => twoObjects.has(tree.lemma(verb))

const setPhrases = new Set(
  `by way|by chance|by contrast|by far|by then|by now|in fact|in particular|in general|in addition|in turn|in short
  |in total|in all|in part|in case|in effect|in practice|in principle|in reality|in response|in return|in contrast
  |in time|in advance|in detail|in part|in order|in end|in meantime|in meanwhile|in way|in ways|in sense|in manner
  |for example|for instance|for now|for once|for good|for sure|for certain|for time|for moment|of course|at all
  |at least|at most|at first|at last|at once|at time|at moment|at point|at same|at best|at worst|at end|at times
  |on hand|on time|on average|on balance|on whole|as result|as well|as whole|as consequence|as usual|as always
  |to date|to extent|to degree|with time|over time|so far|after all|above all|from now|under way|until now
  |in question|in place|in public|in private|in future|in past|in case|without doubt|no doubt|on own|at stake`
    .split('|')
    .map((phrase) => phrase.trim()),
)

/** Whether a prepositional phrase is a set phrase that names nothing: "by the way", "in fact". */
export function isSetPhrase(tree: Tree, { preposition, head }: ClauseArgument): boolean {
  if (tree.children(head, 'nmod', 'amod', 'compound', 'acl', 'nummod').some((c) => tree.upos(c) !== 'ADJ'))
    return false
  return setPhrases.has(`${preposition.map((t) => tree.lower(t)).join(' ')} ${tree.lower(head)}`)
}
