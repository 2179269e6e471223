import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PackedPart, packComponents } from '../../src/graph/pack-components.ts'

const parts: fc.Arbitrary<PackedPart[]> = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 6 }),
    radius: fc.double({ min: 1, max: 60, noNaN: true }),
    order: fc.integer({ min: 1, max: 40 }),
  }),
  { selector: (part) => part.key, maxLength: 60 },
)

describe('packComponents', () => {
  it('lays no part over another', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const places = packComponents(given)
        for (let a = 0; a < given.length; a++)
          for (let b = 0; b < a; b++) {
            const apart = Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y)
            expect(apart).toBeGreaterThan(given[a]!.radius + given[b]!.radius - 1e-6)
          }
      }),
    )
  })

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const places = packComponents(given)
        const reversed = packComponents([...given].reverse()).reverse()
        expect(reversed).toEqual(places)
      }),
    )
  })

  it('leaves most parts where they are when one comes or goes', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ key: `place/${i}`, radius: 6, order: 1 }))
    const whole = [{ key: 'person/a', radius: 100, order: 50 }, ...many]
    const before = packComponents(whole)
    const without = whole.filter((_, i) => i !== 150)
    const after = packComponents(without)
    const moved = without.filter((part, i) => {
      const was = before[whole.indexOf(part)]!
      return Math.hypot(after[i]!.x - was.x, after[i]!.y - was.y) > 1e-9
    })
    expect(moved.length).toBeLessThan(15)
  })
})
