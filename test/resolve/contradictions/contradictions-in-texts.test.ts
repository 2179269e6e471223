import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../../src/build.ts'

describe('contradictions', () => {
  it('stand side by side: what one text says and another denies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redthread-contradictions-'))
    writeFileSync(
      join(folder, 'a.txt'),
      'Lena Okafor threatened Ruth Amsel on Friday. They met at the port.\n',
    )
    writeFileSync(
      join(folder, 'b.txt'),
      'Lena Okafor denied that she had threatened Ruth Amsel. The two met on Friday.\n',
    )
    const { graph } = await build({ jobs: 0, inputs: [folder] })
    rmSync(folder, { recursive: true })
    const found = graph!.getAttribute('contradictions')
    expect(found).toHaveLength(1)
    const sides = found[0]!.edges.map((key) => graph!.getEdgeAttributes(key))
    expect(sides.map((e) => [e.relation, e.polarity, e.modality])).toEqual([
      ['threatened', 'positive', 'asserted'],
      ['threatened', 'negative', 'denied'],
    ])
  })
})
