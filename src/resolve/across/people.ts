import { editDistance } from '../../schema/closest.ts'
import { append } from '../append.ts'
import { nameKey } from '../name-form.ts'
import { makeBlocks } from './block.ts'
import type { Clusters } from './clusters.ts'
import { blocksByDeletion, type ContextWord } from './deletions.ts'
import { type Features, hasFewDocuments, type Proposal, scoreOf, settle, unsure } from './likeness.ts'
import type { Neighbours } from './neighbours.ts'
import { formsConflict } from './person-form.ts'

/** More bearers of a surname than this, and a bare surname tells nobody from the others. */
const mostBearers = 20

/** A person's name of more than one word, in the form under which spellings of one name are the same. */
interface FullName {
  readonly given: readonly string[]
  readonly surname: string
}

/** A person with a first name: the cluster and one of its names. */
interface Named extends FullName {
  readonly root: number
  readonly words: readonly string[]
}

/** Full names by their words, each made once. */
type FullNames = Map<readonly string[], FullName | undefined>

/** Joins people whose names are not the same: other spellings, initials, middle names left out, bare surnames. */
export function joinPeople(clusters: Clusters, neighbours: Neighbours): void {
  const few = hasFewDocuments(clusters)
  const known: FullNames = new Map()
  settle(clusters, [...spellings(peopleOf(clusters, known), neighbours)])
  settle(clusters, [...shorterNames(peopleOf(clusters, known), neighbours, few)])
  settle(clusters, [...bareSurnames(clusters, peopleOf(clusters, known), neighbours, few)])
}

function fullName(words: readonly string[]): FullName | undefined {
  const folded = words.map((word) => nameKey([word])).filter(Boolean)
  return folded.length > 1 ? { given: folded.slice(0, -1), surname: folded.at(-1)! } : undefined
}

function peopleOf(clusters: Clusters, known: FullNames): Named[] {
  const found: Named[] = []
  const seen = new Set<number>()
  clusters.entities.forEach((entity, index) => {
    const root = clusters.find(index)
    if (entity.type !== 'Person' || seen.has(root)) return
    seen.add(root)
    for (const words of clusters.traits(root).forms.values()) {
      const name = known.has(words) ? known.get(words) : fullName(words)
      known.set(words, name)
      if (name) found.push({ root, words, ...name })
    }
  })
  return found
}

/** "Lena Okafer" for "Lena Okafor": one edit apart in first name or surname, the rest the same. */
function* spellings(people: readonly Named[], neighbours: Neighbours): Generator<Proposal> {
  const words: ContextWord[] = []
  people.forEach(({ given, surname }, cluster) => {
    if (surname.length >= 4) words.push({ cluster, context: `${given.join(' ')} |`, word: surname })
    if (given[0]!.length >= 4 && given.length === 1)
      words.push({ cluster, context: `| ${surname}`, word: given[0]! })
  })
  for (const [x, y] of blocksByDeletion(words, 30).pairs()) {
    const [a, b] = [people[x]!, people[y]!]
    if (
      a.root === b.root ||
      editDistance([...a.given, a.surname].join(' '), [...b.given, b.surname].join(' ')) > 1
    )
      continue
    const features: Features = { spelling: 0.45, ...neighbours.shared(a.root, b.root) }
    yield { a: b.root, b: a.root, rule: 'spelling', score: scoreOf(features), features }
  }
}

/** "R. Amsel" and "Ruth Amsel" for "Ruth Anna Amsel". */
function* shorterNames(people: readonly Named[], neighbours: Neighbours, few: boolean): Generator<Proposal> {
  const blocks = makeBlocks(60)
  people.forEach(({ given, surname }, i) => {
    for (const initial of new Set(given.map((word) => word[0]))) blocks.add(`${initial} ${surname}`, i)
  })
  const seen = new Set<string>()
  for (const [x, y] of blocks.pairs()) {
    const [p, q] = [people[x]!, people[y]!]
    if (p.root === q.root || formsConflict(p.words, q.words) !== undefined) continue
    const [less, more] = tells(p) < tells(q) ? [p, q] : [q, p]
    if (tells(less) === tells(more) || seen.has(`${less.root} ${more.root}`)) continue
    seen.add(`${less.root} ${more.root}`)
    const initials = less.given.every((word) => word.length === 1)
    const features: Features = {
      [initials ? 'initial' : 'part of the name']: initials ? (few ? 0.76 : 0.6) : 0.8,
      ...neighbours.shared(less.root, more.root),
    }
    yield {
      a: less.root,
      b: more.root,
      rule: initials ? 'initial' : 'part of a name',
      score: scoreOf(features),
      features,
    }
  }
}

/** How much of a person's given names is written. */
const tells = ({ given }: Named): number => given.join('').length

/** A surname without a first name in its document is the person of the corpus who bears it, where that can be told. */
function* bareSurnames(
  clusters: Clusters,
  people: readonly Named[],
  neighbours: Neighbours,
  few: boolean,
): Generator<Proposal> {
  const bearers = new Map<string, Set<number>>()
  for (const { root, surname } of people) bearers.set(surname, (bearers.get(surname) ?? new Set()).add(root))
  const bare = new Map<string, number[]>()
  clusters.entities.forEach(({ type, named, names }, index) => {
    if (type !== 'Person' || !named || names.some((n) => n.length > 1)) return
    if (clusters.traits(index).forms.size === 0) append(bare, nameKey(names[0]!), index)
  })
  for (const [surname, indexes] of bare) {
    const roots = [...(bearers.get(surname) ?? [])]
    if (roots.length > mostBearers) continue
    for (const index of indexes) {
      const { gender } = clusters.entities[index]!
      const fitting = roots.filter((root) => clusters.conflict(index, root) === undefined)
      const base = fitting.length > 1 ? 0.4 : few ? 0.75 : 0.7
      for (const root of fitting) {
        const theirs = clusters.entities[root]!.gender
        const features: Features = { surname: base, ...neighbours.shared(index, root) }
        const score = scoreOf(features)
        if (gender && theirs && gender !== theirs)
          clusters.refuse(index, root, { rule: 'surname', score, features }, 'one is "he", the other "she"')
        else if (score >= unsure) yield { a: index, b: root, rule: 'surname', score, features }
      }
    }
  }
}
