import { append } from '../append.ts'
import type { Clusters } from './clusters.ts'
import type { Features } from './likeness.ts'
import { officeSign } from './office-form.ts'

/** What stands beside the members of clusters. */
export interface Neighbours {
  /** Signs that two clusters share their surroundings: rare names in their sentences, offices, time. */
  shared(a: number, b: number): Features
}

/** Members looked at: a few tell as much as all, and the cost must not grow with a cluster. */
const members = 40

/** The names in each sentence of a document, by the number of the sentence. */
export type NamesBeside = (document: string) => ReadonlyMap<number, ReadonlySet<string>>

/**
 * The names that tell something of what stands beside them. One in many documents tells nothing: only names of at
 * most ten documents, or one in a hundred, count. The tables are made as they are asked for; joins change nothing in them.
 */
export function namesBeside({ entities, nameKeys }: Clusters): NamesBeside {
  const named = new Map<string, number[]>()
  const documents = new Map<string, number>()
  entities.forEach((entity, index) => {
    if (!entity.named || entity.type === 'Role') return
    append(named, entity.document, index)
    for (const key of nameKeys(index)) documents.set(key, (documents.get(key) ?? 0) + 1)
  })
  const rare = Math.max(10, named.size / 100)
  const tables = new Map<string, Map<number, Set<string>>>()
  const tableOf = (document: string): Map<number, Set<string>> => {
    const table = new Map<number, Set<string>>()
    for (const index of named.get(document) ?? []) {
      const keys = nameKeys(index).filter((key) => documents.get(key)! <= rare)
      for (const { sentence } of entities[index]!.mentions) {
        if (sentence < 0) continue
        const beside = table.get(sentence) ?? new Set()
        for (const key of keys) beside.add(key)
        table.set(sentence, beside)
      }
    }
    return table
  }
  return (document) => {
    const known = tables.get(document) ?? tableOf(document)
    tables.set(document, known)
    return known
  }
}

/** Neighbours are the names in the sentences of a cluster's mentions, seen when the cluster is first asked for. */
export function findNeighbours(clusters: Clusters, beside: NamesBeside): Neighbours {
  const around = new Map<number, Set<string>>()
  const of = (root: number): Set<string> => {
    let found = around.get(root)
    if (!found) {
      found = new Set()
      for (const member of clusters.members(root).slice(0, members)) {
        const { document, mentions } = clusters.entities[member]!
        const table = beside(document)
        for (const { sentence } of mentions) for (const key of table.get(sentence) ?? []) found.add(key)
        for (const key of clusters.nameKeys(member)) found.delete(key)
      }
      around.set(root, found)
    }
    return found
  }
  return {
    shared(a, b) {
      const [x, y] = [clusters.find(a), clusters.find(b)]
      const features: Features = {}
      const [few, many] = of(x).size < of(y).size ? [of(x), of(y)] : [of(y), of(x)]
      const names = [...few].filter((key) => many.has(key)).length
      if (names > 0) features.neighbours = names === 1 ? 0.2 : names === 2 ? 0.4 : 0.55
      if (sharesOffice(clusters, x, y)) features.office = 0.6
      if (sharesMonth(clusters, x, y)) features.date = 0.1
      return features
    },
  }
}

function officesOf(clusters: Clusters, root: number): Set<string> {
  const found = new Set<string>()
  for (const member of clusters.members(root).slice(0, members))
    for (const office of clusters.entities[member]!.roles) found.add(officeSign(office))
  return found
}

function sharesOffice(clusters: Clusters, a: number, b: number): boolean {
  const held = officesOf(clusters, a)
  return held.size > 0 && [...officesOf(clusters, b)].some((office) => held.has(office))
}

function sharesMonth(clusters: Clusters, a: number, b: number): boolean {
  const months = (root: number): Set<string> =>
    new Set(
      clusters
        .members(root)
        .slice(0, members)
        .flatMap((member) => clusters.entities[member]!.date?.slice(0, 7) ?? []),
    )
  const found = months(a)
  return found.size > 0 && [...months(b)].some((month) => found.has(month))
}
