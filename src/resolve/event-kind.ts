import type { ResolvableMention } from './resolvable-claims.ts'

/** Nouns for one kind of event, the first of each row its name; behind the bar verbs that tell of it. */
const rows = [
  'investigation inquiry enquiry probe review audit operation | investigate probe review',
  'election vote ballot poll | elect vote',
  'trial hearing | try',
  'crash accident collision wreck | crash collide',
  'fire blaze',
  'attack raid assault shooting bombing | attack raid assault shoot bomb',
  'explosion blast | explode',
  'protest demonstration march rally | protest demonstrate march rally',
  'strike walkout | strike',
  'meeting summit conference talk',
  'interview',
  'resignation departure | resign',
  'dismissal sacking | dismiss sack',
  'appointment | appoint',
  'arrest | arrest',
  'launch liftoff | launch',
  'mission',
  'match game',
  'tournament championship',
  'concert festival',
  'wedding marriage',
  'funeral',
  'murder killing | murder kill',
  'death | die',
  'birth',
  'flood',
  'storm',
  'earthquake quake',
  'war',
  'battle',
  'merger takeover | merge',
  'referendum',
  'ceremony',
]

const byNoun = new Map<string, string>()
const byVerb = new Map<string, string>()
for (const row of rows) {
  const [nouns, verbs = ''] = row.split(' | ')
  const [name] = nouns!.split(' ')
  for (const noun of nouns!.split(' ')) byNoun.set(noun, name!)
  for (const verb of verbs.split(' ').filter(Boolean)) byVerb.set(verb, name!)
}

/** The kind of event that a verb tells of: "investigated" of an investigation. */
export const eventKindOfVerb = (lemma: string): string | undefined => byVerb.get(lemma.toLowerCase())

/** The kind of event that one mention names by its noun; "Operation Lantern" is an operation. */
export function eventKindOf({ head, kind, text }: ResolvableMention): string | undefined {
  if (kind === 'pronoun' || kind === 'value') return undefined
  const noun = byNoun.get(head.lemma.toLowerCase())
  return noun ?? (kind === 'named' ? byNoun.get(text.split(/\s/)[0]!.toLowerCase()) : undefined)
}

/** What kind of event mentions are of, by the nouns that name it; nothing where they differ or are not known. */
export function eventKind(mentions: readonly ResolvableMention[]): string | undefined {
  const found = new Set(mentions.flatMap((mention) => eventKindOf(mention) ?? []))
  return found.size === 1 ? [...found][0] : undefined
}
