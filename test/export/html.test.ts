import { describe, expect, test } from 'vitest'
import { htmlPage } from '../../src/export/html.ts'
import { serializeGraph } from '../../src/graph/index.ts'
import { hostileLabels, madeGraph } from '../viewer/made-graph.ts'

const page = '<!doctype html><html><body><div id="app"></div></body></html>'

function scripts(html: string): string[] {
  return [...html.matchAll(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g)].map(
    (match) => match[1] ?? '',
  )
}

describe('htmlPage', () => {
  const { graph, documents } = madeGraph({ nodes: 40, edges: 80 })
  const html = [...htmlPage(page, serializeGraph(graph), documents)].join('')

  test('writes the graph and the documents so that they are read back the same', () => {
    const [graphText = '', documentText = ''] = scripts(html)
    expect(JSON.parse(graphText)).toEqual(graph.export())
    expect(
      documentText
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(documents)
  })

  test('lets no label or text end the script element or open a comment', () => {
    expect(graph.mapNodes((_, { label }) => label)).toEqual(expect.arrayContaining([...hostileLabels]))
    const inserted = html.slice(html.indexOf('<script'))
    expect(inserted.match(/<\/script>/g)).toHaveLength(2)
    expect(inserted).not.toContain('<!--')
    expect(inserted).not.toContain('<b>')
  })

  test('keeps the rest of the page as it is', () => {
    expect(html.startsWith('<!doctype html><html><body><div id="app"></div>')).toBe(true)
    expect(html.endsWith('</body></html>')).toBe(true)
  })

  test('puts a graph without nodes into the page too', () => {
    const empty = madeGraph({ nodes: 0, edges: 0 })
    const [graphText = ''] = scripts([...htmlPage(page, serializeGraph(empty.graph), [])].join(''))
    expect(JSON.parse(graphText)).toEqual(empty.graph.export())
  })

  test('says what to do when the viewer page is broken', () => {
    expect(() => [...htmlPage('nothing', serializeGraph(graph), documents)]).toThrow('npm run build:viewer')
  })
})
