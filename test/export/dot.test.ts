import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dotString } from '../../src/export/dot-text.ts'
import type { OpenedGraph } from '../../src/graph/index.ts'
import { hostileGraph } from '../import/hostile-graph.ts'
import { ensureReaders } from '../readers/ensure.mjs'
import { exportedText } from './exported.ts'
import { madeSource } from './made-source.ts'

const { dot } = ensureReaders()

interface Drawing {
  objects?: { name: string; label: string }[]
  edges?: { id: string; label: string; style?: string }[]
}

/** What Graphviz reads, without laying it out. */
function read(source: OpenedGraph): Drawing {
  const input = exportedText('dot', source)
  return JSON.parse(
    execFileSync(dot, ['-Tdot_json'], { input, encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' }),
  )
}
/** Graphviz keeps the escapes of labels, which it resolves when it draws. */
const shown = (label: string): string => label.replace(/\\(.)/gs, '$1')
const plain = (text: string): string =>
  text.replace(/\r\n|[\n\r\u2028\u2029]/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd')

describe('dot', () => {
  const source = madeSource({ entities: 30, relations: 60 })
  const drawing = read(source)

  it('is read by Graphviz with every node and edge', () => {
    expect(drawing.objects!.map(({ name }) => name).sort()).toEqual(source.graph.nodes())
    expect(drawing.edges!.map(({ id }) => id).sort()).toEqual(source.graph.edges())
  })

  it('says of each edge whether it is denied, and how it is put forward', () => {
    for (const { id, label, style } of drawing.edges!) {
      const { polarity, modality } = source.graph.getEdgeAttributes(id)
      expect(label.startsWith('not ')).toBe(polarity === 'negative')
      if (modality !== 'asserted') expect(label).toContain(`[${modality}]`)
      expect(style).toBe(polarity === 'negative' ? 'dashed' : modality === 'asserted' ? undefined : 'dotted')
    }
  })

  it('is read whatever the texts, and labels stand for themselves', () => {
    fc.assert(
      fc.property(hostileGraph, (hostile) => {
        const labels = (read(hostile).objects ?? []).map(({ label }) => shown(label)).sort()
        expect(labels).toEqual(hostile.graph.mapNodes((_, { label }) => plain(label)).sort())
      }),
      { numRuns: 15, seed: 1 },
    )
  })

  it('leaves no way out of a string', () => {
    expect(dotString('a"]; b [label="\\N\n')).toBe('"a\\"]; b [label=\\"\\\\N "')
  })
})
