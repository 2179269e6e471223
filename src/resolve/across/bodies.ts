import { editDistance } from '../../schema/closest.ts'
import { acronymOf, initials, mayShorten, nameKey, withoutGenericTail } from '../name-form.ts'
import { makeBlocks } from './block.ts'
import type { Clusters } from './clusters.ts'
import { blocksByDeletion } from './deletions.ts'
import { type Features, hasFewDocuments, type Proposal, scoreOf, settle } from './likeness.ts'
import type { Neighbours } from './neighbours.ts'

/** A named cluster that is no person and no office, with all its names. */
interface Body {
  readonly root: number
  readonly type: string
  readonly names: readonly BodyName[]
}

/** A name with what is compared of it, one object however many things bear it. */
interface BodyName {
  readonly words: readonly string[]
  readonly key: string
  /** Without the generic word it ends in. */
  readonly core: readonly string[]
  /** How the words of the core begin. */
  readonly sign: string
}

/** Joins names of bodies, places and works that are not the same: acronyms, short forms, other spellings. */
export function joinBodies(clusters: Clusters, neighbours: Neighbours): void {
  const few = hasFewDocuments(clusters)
  const named = namedBodies(clusters)
  settle(clusters, [...shortForms(bodiesOf(clusters, named), neighbours, few)])
  settle(clusters, [...acronyms(bodiesOf(clusters, named), neighbours, few)])
  settle(clusters, [...spellings(bodiesOf(clusters, named), neighbours)])
}

/** The names of each entity that is a body, by its number. */
function namedBodies({ entities, nameKeys }: Clusters): Map<number, BodyName[]> {
  const known = new Map<string, BodyName>()
  const nameOf = (words: readonly string[], key: string): BodyName => {
    const text = words.join(' ')
    let name = known.get(text)
    if (!name) {
      const core = withoutGenericTail(words)
      name = { words, key, core, sign: core.map((word) => nameKey([word]).slice(0, 3)).join(' ') }
      known.set(text, name)
    }
    return name
  }
  const found = new Map<number, BodyName[]>()
  entities.forEach(({ named, type, names }, index) => {
    if (!named || /^(Person|Role|Date|Quantity)$/.test(type)) return
    const keys = nameKeys(index)
    found.set(
      index,
      names.map((words, i) => nameOf(words, keys[i]!)),
    )
  })
  return found
}

function bodiesOf({ entities, find }: Clusters, named: ReadonlyMap<number, readonly BodyName[]>): Body[] {
  const found = new Map<number, Body & { readonly names: BodyName[] }>()
  for (const [index, names] of named) {
    const root = find(index)
    const body = found.get(root)
    if (!body) found.set(root, { root, type: entities[root]!.type, names: [...names] })
    else for (const name of names) if (!body.names.includes(name)) body.names.push(name)
  }
  return [...found.values()]
}

const mayBe = (short: Body, long: Body): boolean =>
  short.root !== long.root && (short.type === long.type || short.type === 'Thing')

/** "The MHB" where only one name of the corpus has these initials. */
function* acronyms(bodies: readonly Body[], neighbours: Neighbours, few: boolean): Generator<Proposal> {
  const long = makeBlocks(20)
  bodies.forEach(({ names }, i) => {
    for (const { words } of names) if (words.length > 1) long.add(initials(words.join(' ')), i)
  })
  for (const short of bodies) {
    if (short.names.some(({ words }) => words.length > 1)) continue
    const letters = short.names.map(({ words }) => acronymOf(words)).find((found) => found !== undefined)
    if (letters === undefined || letters.length < 3) continue
    for (const i of long.get(letters)) {
      const body = bodies[i]!
      if (!mayBe(short, body) || body.names.some(({ words }) => (acronymOf(words) ?? letters) !== letters))
        continue
      const features: Features = { acronym: few ? 0.76 : 0.7, ...neighbours.shared(short.root, body.root) }
      yield { a: short.root, b: body.root, rule: 'acronym', score: scoreOf(features), features }
    }
  }
}

/** "the Met" in a document that never writes the name out, where only one name of the corpus fits. */
function* shortForms(bodies: readonly Body[], neighbours: Neighbours, few: boolean): Generator<Proposal> {
  const blocks = makeBlocks(50)
  const alone = new Set(
    bodies.flatMap(({ names }) => names.flatMap((n) => (n.words.length === 1 ? n.words : []))),
  )
  bodies.forEach(({ names }, i) => {
    for (const { core, sign } of names) {
      blocks.add(sign, i)
      // One word may stand for all, cut short anywhere after its third letter.
      if (core.length > 1)
        for (let end = 3; end <= core[0]!.length; end++) {
          const start = core[0]!.slice(0, end)
          if (alone.has(start)) blocks.add(`${start} …`, i)
        }
    }
  })
  for (const short of bodies) {
    const found = new Set<Body>()
    for (const { words, key, sign } of short.names) {
      const keys = words.length === 1 ? [sign, `${words[0]} …`] : [sign]
      for (const i of keys.flatMap(blocks.get))
        if (
          mayBe(short, bodies[i]!) &&
          bodies[i]!.names.some((long) => key !== long.key && mayShorten(words, long.core))
        )
          found.add(bodies[i]!)
    }
    for (const body of found) {
      const features: Features = {
        'short form': few ? 0.76 : 0.7,
        ...neighbours.shared(short.root, body.root),
      }
      yield { a: short.root, b: body.root, rule: 'short form', score: scoreOf(features), features }
    }
  }
}

/** One letter apart in a name of some length, and the surroundings agree. */
function* spellings(bodies: readonly Body[], neighbours: Neighbours): Generator<Proposal> {
  const rows = bodies.flatMap((body) =>
    body.names.flatMap(({ key }) => (key.length >= 8 && key.length <= 60 ? [{ body, key }] : [])),
  )
  const blocks = blocksByDeletion(
    rows.map(({ body, key }, cluster) => ({ cluster, context: body.type, word: key })),
    10,
  )
  for (const [x, y] of blocks.pairs()) {
    const [a, b] = [rows[x]!, rows[y]!]
    // Numbers tell things of one name apart.
    if (a.body.root === b.body.root || digits(a.key) !== digits(b.key) || editDistance(a.key, b.key) > 1)
      continue
    const features: Features = { spelling: 0.5, ...neighbours.shared(a.body.root, b.body.root) }
    yield { a: b.body.root, b: a.body.root, rule: 'spelling', score: scoreOf(features), features }
  }
}

const digits = (key: string): string => key.replace(/[^\d]+/g, ' ')
