import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/language/engine.ts'
import { Glance } from '../../src/language/glance.ts'
import type { ModelBytes } from '../../src/language/load-models.ts'
import { readModel, writeModel } from '../../src/language/model-file.ts'
import { ParseState } from '../../src/language/parse-state.ts'
import { bestStep, leadOf, stepsOf } from '../../src/language/parse-steps.ts'
import { markTemplates, parseTemplates, reviseTemplates } from '../../src/language/templates.ts'

const inflated = (name: string): Uint8Array =>
  new Uint8Array(gunzipSync(readFileSync(new URL(`../../data/models/${name}.bin.gz`, import.meta.url))))
const models: ModelBytes = {
  tagger: inflated('tagger'),
  parser: inflated('parser'),
  lemmas: inflated('lemmas'),
  names: inflated('names'),
}

/** The parser's file with a glance that is sure from another lead on. */
function parserSureFrom(sure: number): Uint8Array {
  const { header, parts } = readModel(
    models.parser,
    'parser',
    parseTemplates() ^ reviseTemplates() ^ markTemplates(),
  )
  const lines = new TextDecoder().decode(parts.get('glance')).split('\n')
  const changed = new TextEncoder().encode([sure, ...lines.slice(1)].join('\n'))
  return writeModel(header, new Map([...parts, ['glance', changed]]))
}

const samples = new URL('../../data/samples/', import.meta.url)
const texts = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(txt|md)$/.test(name))
  .map((name) => readFileSync(new URL(name, samples), 'utf8'))

describe('glances', () => {
  it('foretell what the whole model does', () => {
    const usual = createEngine(models)
    const whole = createEngine({ ...models, parser: parserSureFrom(0x7fff) })
    const hasty = createEngine({ ...models, parser: parserSureFrom(0) })
    let words = 0
    let others = 0
    let hastyOthers = 0
    for (const text of texts) {
      const trees = whole.annotate(text).tokens
      const glanced = usual.annotate(text).tokens
      const guessed = hasty.annotate(text).tokens
      trees.forEach(({ head, deprel }, i) => {
        words++
        if (glanced[i]!.head !== head || glanced[i]!.deprel !== deprel) others++
        if (guessed[i]!.head !== head || guessed[i]!.deprel !== deprel) hastyOthers++
      })
    }
    expect(words).toBeGreaterThan(500)
    expect(others / words).toBeLessThan(0.01)
    // Sureness is what keeps it right.
    expect(hastyOthers).toBeGreaterThan(5 * others)
  })

  it('score by their own features alone, in their order', () => {
    const asked: number[][] = []
    const scorer = {
      score: (features: Int32Array, count: number) => {
        asked.push([...features.subarray(0, count)])
        return [1, 2]
      },
    }
    const glance = new Glance({ templates: [3, 0], scorer, sure: 5 })
    expect(glance.score(Int32Array.of(10, 11, 12, 13))).toEqual([1, 2])
    expect(asked).toEqual([[13, 10]])
  })

  it('take the lead over every step that is allowed, and over no other', () => {
    const labels = ['case', 'nsubj', 'obj', 'root']
    const steps = stepsOf(labels)
    const scores = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.nat(2), { maxLength: 12 }),
        scores,
        (size, moves, s) => {
          const state = new ParseState()
          state.reset(size)
          state.shift()
          for (const move of moves) {
            if (move === 0 && state.canShift) state.shift()
            else if (move === 1 && state.depth > 1 && state.canLeft) state.attachLeft(0)
            else if (move === 2 && state.canRight) state.attachRight(0)
          }
          if (state.next > state.size && state.depth === 1) return
          const allowed = [...s.keys()].filter((step) => {
            if (step === 0) return state.canShift
            if (labels[(step - 1) % labels.length] === 'root') return false
            return step <= labels.length ? state.canLeft && state.next <= size : state.canRight
          })
          const step = bestStep(state, s, steps)
          expect(allowed).toContain(step)
          const others = allowed.filter((other) => other !== step).map((other) => s[other]!)
          expect(leadOf(state, s, step, steps)).toBe(s[step]! - Math.max(...others))
        },
      ),
    )
  })
})
