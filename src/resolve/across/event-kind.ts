import type { LocalEntity } from '../local-entity.ts'

/** Nouns for one kind of event, the first of each row its name. */
const kinds: ReadonlyMap<string, string> = new Map(
  [
    'investigation inquiry enquiry probe review audit operation',
    'election vote ballot poll',
    'trial hearing case',
    'crash accident collision wreck',
    'fire blaze',
    'attack raid assault shooting bombing',
    'explosion blast',
    'protest demonstration march rally',
    'strike walkout',
    'meeting summit conference talk',
    'interview',
    'resignation departure',
    'dismissal sacking',
    'appointment',
    'arrest',
    'launch liftoff',
    'mission',
    'match game',
    'tournament championship',
    'concert festival',
    'wedding marriage',
    'funeral',
    'murder killing',
    'death',
    'birth',
    'flood',
    'storm',
    'earthquake quake',
    'war',
    'battle',
    'merger takeover',
    'referendum',
    'ceremony',
  ].flatMap((row) => {
    const [name, ...others] = row.split(' ')
    return [name!, ...others].map((word) => [word, name!] as const)
  }),
)

/** What kind of event an entity is, by the nouns that name it; nothing where they differ or are not known. */
export function eventKind({ mentions }: LocalEntity): string | undefined {
  const found = new Set(
    mentions
      .filter((m) => m.kind !== 'pronoun')
      .flatMap(({ head, text }) => kinds.get(head.lemma.toLowerCase()) ?? kinds.get(firstWord(text)) ?? []),
  )
  return found.size === 1 ? [...found][0] : undefined
}

/** "Operation Lantern" names an operation. */
const firstWord = (text: string): string => text.split(/\s/)[0]!.toLowerCase()
