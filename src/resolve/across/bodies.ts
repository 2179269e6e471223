import { editDistance } from '../../schema/closest.ts'
import { acronymOf, initials, mayShorten, nameKey, withoutGenericTail } from '../name-form.ts'
import { makeBlocks } from './block.ts'
import type { Clusters } from './clusters.ts'
import { deletions } from './deletions.ts'
import { type Features, hasFewDocuments, type Proposal, scoreOf, settle } from './likeness.ts'
import type { Neighbours } from './neighbours.ts'

/** A named cluster that is no person and no office, with all its names. */
interface Body {
  readonly root: number
  readonly type: string
  readonly names: readonly BodyName[]
}

interface BodyName {
  readonly words: readonly string[]
  readonly key: string
  /** Without the generic word it ends in. */
  readonly core: readonly string[]
}

/** Joins names of bodies, places and works that are not the same: acronyms, short forms, other spellings. */
export function joinBodies(clusters: Clusters, neighbours: Neighbours): void {
  const few = hasFewDocuments(clusters)
  settle(clusters, [...shortForms(bodiesOf(clusters), neighbours, few)])
  settle(clusters, [...acronyms(bodiesOf(clusters), neighbours, few)])
  settle(clusters, [...spellings(bodiesOf(clusters), neighbours)])
}

function bodiesOf(clusters: Clusters): Body[] {
  const found = new Map<number, { root: number; type: string; names: Map<string, BodyName> }>()
  clusters.entities.forEach((entity, index) => {
    if (!entity.named || /^(Person|Role|Date|Quantity)$/.test(entity.type)) return
    const root = clusters.find(index)
    const body = found.get(root) ?? { root, type: clusters.entities[root]!.type, names: new Map() }
    entity.names.forEach((words, i) => {
      const name = words.join(' ')
      if (!body.names.has(name))
        body.names.set(name, { words, key: clusters.nameKeys(index)[i]!, core: withoutGenericTail(words) })
    })
    found.set(root, body)
  })
  return [...found.values()].map(({ names, ...body }) => ({ ...body, names: [...names.values()] }))
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
  const start = (word: string): string => nameKey([word]).slice(0, 3)
  const sign = ({ core }: BodyName): string => core.map(start).join(' ')
  const blocks = makeBlocks(50)
  const alone = new Set(
    bodies.flatMap(({ names }) => names.flatMap((n) => (n.words.length === 1 ? n.words : []))),
  )
  bodies.forEach(({ names }, i) => {
    for (const name of names) {
      const { core } = name
      blocks.add(sign(name), i)
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
    for (const name of short.names) {
      const { words, key } = name
      const keys = words.length === 1 ? [sign(name), `${words[0]} …`] : [sign(name)]
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
  const blocks = makeBlocks(10)
  rows.forEach(({ body, key }, i) => {
    for (const part of deletions(key)) blocks.add(`${body.type} ${part}`, i)
  })
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
