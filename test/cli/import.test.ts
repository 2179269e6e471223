import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshFolder, redthread } from './run-redthread.ts'
import { writeSmallGraph } from './small-graph.ts'

const out = freshFolder()
writeSmallGraph(out)

describe('redthread import', () => {
  test.each(['json', 'gexf', 'gexf12', 'graphml', 'csv'])('brings back what export -f %s wrote', (format) => {
    const folder = freshFolder()
    const file = join(folder, format === 'csv' ? 'tables' : `graph.${format.replace('12', '')}`)
    expect(redthread(['export', out, '-f', format, '-o', file]).code).toBe(0)
    const back = join(folder, 'back')
    expect(redthread(['import', file, '-o', back])).toEqual({
      code: 0,
      out: '',
      err: `${back}: 4 entities, 4 relations\n`,
    })
    expect(readFileSync(join(back, 'graph.json'))).toEqual(readFileSync(join(out, 'graph.json')))
    expect(readdirSync(back).sort()).toEqual(['documents.jsonl', 'graph.json'])
    const titled = redthread(['query', back, 'relations', '--format', 'json']).out.includes('News of Ness')
    expect(titled).toBe(format === 'csv')
  })

  test('says what is wrong, where, and ends with 3, 2 or 4', () => {
    const folder = freshFolder()
    const broken = join(folder, 'broken.gexf')
    writeFileSync(broken, '<gexf>\n<graph>')
    const { code, err } = redthread(['import', broken, '-o', join(folder, 'x')])
    expect([code, err.includes(`${broken}:2`), err.includes('[import-invalid]')]).toEqual([3, true, true])
    expect(redthread(['import', join(folder, 'none'), '-o', folder]).err).toContain('[path-missing]')
    expect(redthread(['import', folder, '-o', folder]).err).toContain('has no tables')
    expect(redthread(['import', broken, '-f', 'gexff', '-o', folder])).toMatchObject({ code: 2 })
    writeFileSync(join(folder, 'claims.jsonl'), '')
    expect(redthread(['import', join(out, 'graph.json'), '-o', folder])).toMatchObject({ code: 2 })
    expect(redthread(['import', join(out, 'graph.json'), '-o', join(broken, 'x')]).code).toBe(4)
    expect(readdirSync(folder).sort()).toEqual(['broken.gexf', 'claims.jsonl'])
  })
})
