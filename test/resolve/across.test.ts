import { describe, expect, it } from 'vitest'
import type { DocumentClaims, RefusedJoin, ResolutionRecord } from '../../src/model/index.ts'
import type { Constraints } from '../../src/resolve/constraints.ts'
import { resolve } from '../../src/resolve/resolve.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { type Said, writeMentions } from './within/write-mentions.ts'

const { schema } = loadSchema()
const person = { kind: 'named', type: 'Person', number: 'singular' } as const
const body = { kind: 'named', type: 'Organization', number: 'singular' } as const
const woman = { ...person, gender: 'feminine' } as const
const man = { ...person, gender: 'masculine' } as const

/** Documents of names alone, each a list of what stands in it. */
function documents(...names: (readonly (readonly [string, Omit<Said, 'words'>])[])[]): DocumentClaims[] {
  return names.map((said, n) =>
    writeMentions(
      `${said.map(([words]) => words).join(' and ')}.`,
      said.map(([words, more]) => ({ words, ...more })),
      {
        document: `${'abcdefgh'[n]}.txt`,
      },
    ),
  )
}

/** The documents in which each node with more than one mention stands, by its label. */
function nodes(claims: readonly DocumentClaims[], constraints?: Constraints): Record<string, string[]> {
  const { entities } = resolve(claims, schema, constraints ? { constraints } : {})
  return Object.fromEntries(entities.map((e) => [e.key, e.mentions.map((m) => m.document.slice(0, 1))]))
}

const refusals = (claims: readonly DocumentClaims[]): RefusedJoin[] =>
  [...resolve(claims, schema).trace()].filter((r: ResolutionRecord): r is RefusedJoin => 'nodes' in r)

describe('people of several documents', () => {
  it('are one by their full name, one by a surname that only they bear, and by an initial', () => {
    const claims = documents(
      [['Ruth Amsel', woman]],
      [['Ruth Amsel', woman]],
      [['Amsel', person]],
      [['R. Amsel', person]],
    )
    expect(nodes(claims)['person/ruth-amsel']).toEqual(['a', 'b', 'c', 'd'])
  })

  it('stay apart by first name, and a surname that both bear joins neither', () => {
    const claims = documents([['Ruth Amsel', woman]], [['Tom Amsel', man]], [['Amsel', person]])
    expect(Object.values(nodes(claims))).toEqual([['c'], ['a'], ['b']])
    expect(refusals(claims).map((r) => r.because)).toContain('Tom Amsel fits as well')
  })

  it('stay apart where the one is a man and the other a woman', () => {
    const claims = documents([['Robin Amsel', woman]], [['Robin Amsel', man]])
    expect(Object.values(nodes(claims))).toEqual([['a'], ['b']])
    expect(refusals(claims)[0]?.because).toBe('one is a man, the other a woman')
  })

  it('stay apart by middle initial, along every chain', () => {
    const claims = documents(
      [['Ruth A. Amsel', person]],
      [['Ruth Amsel', person]],
      [['Ruth B. Amsel', person]],
    )
    const found = nodes(claims)
    expect(Object.values(found).filter((places) => places.includes('a') && places.includes('c'))).toEqual([])
  })

  it('are not one by a spelling alone: a slip needs a further sign', () => {
    const claims = documents([['Lena Okafor', person]], [['Lena Okafer', person]])
    expect(Object.values(nodes(claims))).toEqual([['b'], ['a']])
    const [refusal] = refusals(claims)
    expect(refusal).toMatchObject({ rule: 'spelling', because: 'too little speaks for it' })
  })

  it('are one in two spellings where rare names stand beside both', () => {
    const beside = [
      ['Nordkai Shipping', body],
      ['Harbour Trust', body],
      ['Water Ombudsman', body],
    ] as const
    const claims = documents([['Lena Okafor', person], ...beside], [['Lena Okafer', person], ...beside])
    expect(nodes(claims)['person/lena-okafer']).toEqual(['a', 'b'])
  })
})

describe('bodies of several documents', () => {
  it('are one by acronym and short form where only one name fits', () => {
    const claims = documents(
      [['Metropolitan Harbour Board', body]],
      [['Met Harbour Board', body]],
      [['MHB', body]],
      [['Met Harbour Board Union', body]],
    )
    const found = nodes(claims)
    expect(found['organization/met-harbour-board']).toEqual(['a', 'b', 'c'])
    expect(found['organization/met-harbour-board-union']).toEqual(['d'])
  })

  it('leave an acronym alone that two names have', () => {
    const claims = documents(
      [['Office for Water Order', body]],
      [['Office of Welfare Officers', body]],
      [['OWO', body]],
    )
    expect(nodes(claims)['organization/owo']).toEqual(['c'])
  })

  it('never are a place, a station, or an office of the same words', () => {
    const claims = documents(
      [['Ostlund', { ...body, type: 'Place' }]],
      [['Radio Ostlund', body]],
      [['Radio Ostlund 4', body]],
      [['Mayor of Ostlund', { ...body, type: 'Role' }]],
      [['Ostlund Police', body]],
      [['Ostlund Police Federation', body]],
      [['Ostlund Police Commissioner', { ...body, type: 'Role' }]],
    )
    expect(Object.values(nodes(claims)).map((places) => places.length)).toEqual([1, 1, 1, 1, 1, 1, 1])
  })
})

describe('what people have ruled', () => {
  const at = (document: string, words: string) => ({ document, mention: `0-${words.length}` })
  const claims = documents(
    [['Ruth Amsel', woman]],
    [['Ruth Amsel', woman]],
    [['Amsel', person]],
    [['The Eel', person]],
  )

  it('joins what no rule joins', () => {
    const together = [{ mentions: [at('a.txt', 'Ruth Amsel'), at('d.txt', 'The Eel')], reason: 'a decision' }]
    expect(nodes(claims, { together, apart: [] })['person/ruth-amsel']).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keeps apart what every rule joins, and says so', () => {
    const apart = [
      { sides: [[at('a.txt', 'Ruth Amsel')], [at('b.txt', 'Ruth Amsel')]] as const, reason: 'decision 1' },
    ]
    const resolution = resolve(claims, schema, { constraints: { together: [], apart } })
    const places = resolution.entities.map((e) => e.mentions.map((m) => m.document))
    expect(places.filter((p) => p.includes('a.txt') && p.includes('b.txt'))).toEqual([])
    const reasons = [...resolution.trace()].flatMap((r) => ('nodes' in r ? [r.because] : []))
    expect(reasons).toContain('kept apart by decision 1')
  })

  it('keeps apart against a ruling to join, which it gives back as unmet', () => {
    const sides = [[at('a.txt', 'Ruth Amsel')], [at('d.txt', 'The Eel')]] as const
    const together = [{ mentions: [...sides[0], ...sides[1]], reason: 'decision 2' }]
    const { unmet } = resolve(claims, schema, {
      constraints: { together, apart: [{ sides, reason: 'decision 1' }] },
    })
    expect(unmet).toEqual([{ reason: 'decision 2', because: 'kept apart by decision 1' }])
  })
})

describe('the trace', () => {
  it('leads from every mention of a node to every other', () => {
    const claims = documents(
      [
        ['Ruth Amsel', woman],
        ['Amsel', person],
      ],
      [['Ruth Amsel', woman]],
      [['Amsel', person]],
      [['Nordkai Shipping', body]],
      [['Nordkai Shipping Company', body]],
    )
    const resolution = resolve(claims, schema)
    const joins = new Map(
      [...resolution.trace()].flatMap((r) => ('node' in r ? [[r.node, r.joins] as const] : [])),
    )
    for (const { key, mentions } of resolution.entities) {
      const name = (place: readonly (string | number)[]): string => place.slice(0, 3).join(' ')
      const reached = new Set([name([mentions[0]!.document, mentions[0]!.start, mentions[0]!.end])])
      for (let grown = true; grown; ) {
        const before = reached.size
        for (const { a, b } of joins.get(key) ?? [])
          if (reached.has(name(a)) || reached.has(name(b))) reached.add(name(a)).add(name(b))
        grown = reached.size > before
      }
      expect([key, reached.size]).toEqual([key, mentions.length])
    }
  })
})

describe('a corpus in which everybody has one name', () => {
  it('takes time in proportion to its documents', () => {
    const time = (count: number): number => {
      const claims = Array.from({ length: count }, (_, i) =>
        writeMentions(
          'Ruth Amsel and Tom Amsel and Amsel and Lena Okafor and Lena Okafer and MHB.',
          [
            { words: 'Ruth Amsel', ...woman },
            { words: 'Tom Amsel', ...man },
            { words: 'Amsel', ...person },
            { words: 'Lena Okafor', ...person },
            { words: 'Lena Okafer', ...person },
            { words: 'MHB', ...body },
          ],
          { document: `${i}.txt` },
        ),
      )
      const before = process.cpuUsage()
      resolve(claims, schema)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    time(200)
    // Quadratic, 2,000 would take some 16 times as long as 500.
    expect(time(2000)).toBeLessThan(10 * Math.max(50, time(500)))
  })
})
