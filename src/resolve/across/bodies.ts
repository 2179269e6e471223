import { editDistance } from '../../schema/closest.ts'
import { acronymOf, initials, isShortForm, nameKey, withoutGenericTail } from '../name-form.ts'
import { makeBlocks } from './block.ts'
import type { Clusters } from './clusters.ts'
import { deletions } from './deletions.ts'
import { type Features, hasFewDocuments, type Proposal, scoreOf, settle } from './likeness.ts'
import type { Neighbours } from './neighbours.ts'

/** A named cluster that is no person and no office, with all its names. */
interface Body {
  readonly root: number
  readonly type: string
  readonly names: readonly (readonly string[])[]
}

/** Joins names of bodies, places and works that are not the same: acronyms, short forms, other spellings. */
export function joinBodies(clusters: Clusters, neighbours: Neighbours): void {
  const few = hasFewDocuments(clusters)
  settle(clusters, [...shortForms(bodiesOf(clusters), neighbours, few)])
  settle(clusters, [...acronyms(bodiesOf(clusters), neighbours, few)])
  settle(clusters, [...spellings(bodiesOf(clusters), neighbours)])
}

function bodiesOf(clusters: Clusters): Body[] {
  const found = new Map<number, { root: number; type: string; names: Map<string, string[]> }>()
  clusters.entities.forEach((entity, index) => {
    if (!entity.named || /^(Person|Role|Date|Quantity)$/.test(entity.type)) return
    const root = clusters.find(index)
    const body = found.get(root) ?? { root, type: clusters.entities[root]!.type, names: new Map() }
    for (const words of entity.names) body.names.set(words.join(' '), words)
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
    for (const words of names) if (words.length > 1) long.add(initials(words.join(' ')), i)
  })
  for (const short of bodies) {
    const letters = short.names.map(acronymOf).find((found) => found !== undefined)
    if (letters === undefined || letters.length < 3 || short.names.some((n) => n.length > 1)) continue
    for (const i of long.get(letters)) {
      const body = bodies[i]!
      if (!mayBe(short, body) || body.names.some((n) => (acronymOf(n) ?? letters) !== letters)) continue
      const features: Features = { acronym: few ? 0.76 : 0.7, ...neighbours.shared(short.root, body.root) }
      yield { a: short.root, b: body.root, rule: 'acronym', score: scoreOf(features), features }
    }
  }
}

/** "the Met" in a document that never writes the name out, where only one name of the corpus fits. */
function* shortForms(bodies: readonly Body[], neighbours: Neighbours, few: boolean): Generator<Proposal> {
  const start = (word: string): string => nameKey([word]).slice(0, 3)
  const sign = (words: readonly string[]): string => withoutGenericTail(words).map(start).join(' ')
  const blocks = makeBlocks(50)
  const alone = new Set(bodies.flatMap(({ names }) => names.flatMap((n) => (n.length === 1 ? n : []))))
  bodies.forEach(({ names }, i) => {
    for (const words of names) {
      const core = withoutGenericTail(words)
      blocks.add(sign(words), i)
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
    for (const words of short.names) {
      const keys = words.length === 1 ? [sign(words), `${words[0]} …`] : [sign(words)]
      for (const i of keys.flatMap(blocks.get))
        if (mayBe(short, bodies[i]!) && bodies[i]!.names.some((name) => isShortForm(words, name)))
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
    body.names.flatMap((words) => {
      const key = nameKey(words)
      return key.length >= 8 && key.length <= 60 ? [{ body, key }] : []
    }),
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
