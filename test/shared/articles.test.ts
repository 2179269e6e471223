import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BuildResult, build } from '../../src/build.ts'
import type { EdgeAttributes, NodeAttributes } from '../../src/model/index.ts'

// The five stories of the shared data, read by the general rules: what the first graph must show.
const shared = process.env.REDTHREAD_SHARED ?? fileURLToPath(new URL('../../../shared/', import.meta.url))
const articles = `${shared.replace(/\/$/, '')}/articles`
let result: BuildResult

beforeAll(async () => {
  expect(existsSync(articles)).toBe(true)
  result = await build({ jobs: 0, inputs: [articles] })
})

const named = (node: NodeAttributes): string[] => [node.label, ...node.aliases].map((n) => n.toLowerCase())

/** Keys of the nodes that bear a name and have a type. */
function nodesNamed(name: string, type: string): string[] {
  return result.graph!.filterNodes(
    (_, node) => node.type === type && named(node).includes(name.toLowerCase()),
  )
}

/** Relations between nodes whose labels or aliases hold these words. */
function relations(subject: string, relation: string, object: string): EdgeAttributes[] {
  const graph = result.graph!
  const is = (key: string, words: string): boolean =>
    named(graph.getNodeAttributes(key)).some((n) => n.includes(words.toLowerCase()))
  return graph
    .filterEdges(
      (_, edge, source, target) => edge.relation === relation && is(source, subject) && is(target, object),
    )
    .map((edge) => graph.getEdgeAttributes(edge))
}

describe('the graph of the five stories', () => {
  it.each([
    ['Cressida Dick', 'Person'],
    ['Sadiq Khan', 'Person'],
    ['Metropolitan Police', 'Organization'],
    ['Independent Office for Police Conduct', 'Organization'],
    ['Operation Hotton', 'Event'],
    ['Home Office', 'Organization'],
    ['Bernard Hogan-Howe', 'Person'],
    ['Met Police Federation', 'Organization'],
    ['Mayor of London', 'Role'],
    ['Metropolitan Police Commissioner', 'Role'],
  ])('has one node for %s', (name, type) => {
    expect(nodesNamed(name, type)).toHaveLength(1)
  })

  it('takes the misspelt name and the short forms for the same', () => {
    expect(nodesNamed('Sadiq Kahn', 'Person')).toEqual(nodesNamed('Sadiq Khan', 'Person'))
    expect(nodesNamed('IOPC', 'Organization')).toEqual(
      nodesNamed('Independent Office for Police Conduct', 'Organization'),
    )
    expect(nodesNamed('Met', 'Organization')).toEqual(nodesNamed('Metropolitan Police', 'Organization'))
  })

  it('keeps apart what is not the same', () => {
    const apart = [
      nodesNamed('Metropolitan Police', 'Organization')[0],
      nodesNamed('Met Police Federation', 'Organization')[0],
      nodesNamed('Metropolitan Police Commissioner', 'Role')[0],
      nodesNamed('Mayor of London', 'Role')[0],
      nodesNamed('Sadiq Khan', 'Person')[0],
      nodesNamed('London', 'Place')[0],
      nodesNamed('Home Office', 'Organization')[0],
      nodesNamed('Home Secretary', 'Role')[0],
      nodesNamed('BBC Radio London', 'Organization')[0],
    ]
    expect(apart).not.toContain(undefined)
    expect(new Set(apart).size).toBe(apart.length)
  })

  it('keeps an office, its holder and the next holder apart, and a station and its team', () => {
    const holding = (words: string, type?: string): string[] =>
      result.graph!.filterNodes(
        (_, node) => (type === undefined || node.type === type) && named(node).includes(words.toLowerCase()),
      )
    const apart = [
      ...holding('Metropolitan Police Commissioner', 'Role'),
      ...holding('next commissioner'),
      ...holding('Cressida Dick'),
      ...holding('BBC Radio 4'),
      ...holding('BBC Radio London'),
      ...holding('Charing Cross team'),
      ...holding('Charing Cross police station').slice(0, 1),
    ]
    expect(apart.length).toBeGreaterThanOrEqual(7)
    expect(new Set(apart).size).toBe(apart.length)
  })

  it('tells the investigation of three stories as one, under the name that one of them gives', () => {
    const [operation] = nodesNamed('Operation Hotton', 'Event')
    const mentions = result.graph!.getNodeAttribute(operation!, 'mentions')
    expect(new Set(mentions.map((m) => m.document)).size).toBe(3)
  })

  it.each([
    ['Cressida Dick', 'resigned-after', 'London Mayor'],
    ['Cressida Dick', 'resigned-from', 'Metropolitan Police Commissioner'],
    ['Cressida Dick', 'holds-position', 'Metropolitan Police Commissioner'],
    ['Cressida Dick', 'succeeded', 'Bernard Hogan-Howe'],
    ['Sadiq Khan', 'holds-position', 'Mayor of London'],
    ['IOPC', 'published', 'messages'],
    ['IOPC', 'conducted', 'Operation Hotton'],
    ['Operation Hotton', 'concluded-in', 'March 2020'],
    ['commissioner', 'appointed-by', 'home secretary'],
  ])('reads that %s %s %s', (subject, relation, object) => {
    expect(relations(subject, relation, object).map((r) => r.polarity)).toContain('positive')
  })

  it('knows since when the office was held', () => {
    const times = relations('Cressida Dick', 'holds-position', 'Commissioner').flatMap((r) => r.times)
    expect(times.map((t) => [t.kind, t.start])).toContainEqual(['span', '2017'])
  })

  it('asserts nothing that is only alleged, and keeps who denies it', () => {
    const threats = relations('Sadiq Khan', 'threatened', '')
    expect(threats.map((r) => [r.polarity, r.modality])).toEqual([['negative', 'denied']])
    const told = relations('Sadiq Khan', 'called-on', 'Cressida Dick')
    expect(told.map((r) => r.modality)).not.toContain('asserted')
  })

  it('quotes every piece of evidence word for word', () => {
    const texts = new Map(result.documents.map((d) => [d.id, d.text]))
    let rows = 0
    result.graph!.forEachEdge((_, { evidence }) => {
      for (const row of evidence) {
        rows++
        expect(texts.get(row.document)?.slice(row.start, row.end)).toBe(row.quote)
        for (const span of [row.subject, row.relation, row.object])
          expect(span.end).toBeGreaterThan(span.start)
      }
    })
    expect(rows).toBeGreaterThan(100)
  })

  it('counts the interview of three stories and the statement of two as one origin each', () => {
    const origins = (words: string): number[][] =>
      result
        .graph!.filterEdges(
          (_, edge) => edge.documents > 1 && edge.evidence.every((e) => e.quote.includes(words)),
        )
        .map((key) => result.graph!.getEdgeAttributes(key))
        .map((edge) => [edge.documents, edge.origins])
    expect(origins('like the four that left')).toContainEqual([3, 1])
    expect(origins('not satisfied with')).toContainEqual([2, 1])
    for (const [, count] of [...origins('like the four that left'), ...origins('not satisfied with')])
      expect(count).toBe(1)
  })

  it('counts a passive of two copies that leaves out who did it beside the story that says so', () => {
    const [edge, ...others] = relations('IOPC', 'investigated', '14')
    expect(others).toEqual([])
    expect([edge?.documents, edge?.origins, edge?.modality]).toEqual([3, 2, 'asserted'])
    expect(edge?.evidence.map(({ implied, copyOf }) => [implied, copyOf !== undefined])).toEqual([
      [undefined, false],
      ['subject', false],
      ['subject', true],
    ])
  })

  it('counts the copied interview once', () => {
    const copied = result.graph!.filterEdges(
      (_, edge) => edge.documents > 1 && edge.evidence.some((e) => e.copyOf !== undefined),
    )
    expect(copied.length).toBeGreaterThan(0)
    for (const key of copied) {
      const edge = result.graph!.getEdgeAttributes(key)
      expect(edge.origins).toBeLessThan(edge.documents)
    }
  })
})
