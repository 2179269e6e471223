import { describe, expect, it } from 'vitest'
import { FileError } from '../../src/graph/index.ts'
import { detectFormat, type ImportedGraph, importFiles, importFormat } from '../../src/import/index.ts'
import type { Problem } from '../../src/model/index.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'

const { schema } = loadSchema()

function imported(path: string, text: string): ImportedGraph {
  const file = { path, text }
  return importFiles([file], detectFormat(file), schema)
}

/** `subject | relation | object` of every relation, `not` before a negative one. */
const statements = ({ graph }: ImportedGraph): string[] =>
  graph.mapEdges((_edge, { label, polarity }, _from, _to, from, to) =>
    [from.label, polarity === 'negative' ? `not ${label}` : label, to.label].join(' | '),
  )

function problemOf(action: () => unknown): Problem {
  try {
    action()
  } catch (error) {
    if (error instanceof FileError) return error.problem
    throw error
  }
  throw new Error('nothing was thrown')
}

const gexf = `<?xml version="1.0"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="undirected">
<attributes class="node"><attribute id="0" title="Type" type="string"/><attribute id="1" title="age" type="integer"/></attributes>
<nodes><node id="1" label="Ada &amp; Co"><attvalues><attvalue for="0" value="organization"/><attvalue for="1" value="4"/></attvalues>
<nodes><node id="2" label="Hugo"/></nodes></node></nodes>
<edges><edge id="0" source="1" target="2" label="Works for"/><edge source="1" target="2" label="works for"/></edges></graph></gexf>`

const graphml = `<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns"><g:key id="d0" for="edge" attr.name="relation"/>
<g:graph edgedefault="directed"><g:node id="a"/><g:node id="b"/><g:edge source="a" target="b"><g:data key="d0"><![CDATA[knows]]></g:data></g:edge></g:graph></g:graphml>`

describe('a graph of another program', () => {
  it('gives from GEXF entities, also nested ones, and relations once each', () => {
    const result = imported('x.gexf', gexf)
    expect(result.graph.mapNodes((_, { label, type }) => [label, type])).toEqual([
      ['Ada & Co', 'Organization'],
      ['Hugo', 'Thing'],
    ])
    expect(statements(result)).toEqual(['Ada & Co | Works for | Hugo'])
    expect(result.notes.join('\n')).toMatch(
      /no evidence[\s\S]*without a direction[\s\S]*1 edge says[\s\S]*Left out.*age/,
    )
  })

  it('gives from GraphML, with any prefix and CDATA, entities and relations', () => {
    expect(statements(imported('x', graphml))).toEqual(['a | knows | b'])
  })

  it('gives from a table of edges the entities at their ends', () => {
    expect(statements(imported('x.csv', 'Source,Target,Label\r\nAda,Board,works for\r\n'))).toEqual([
      'Ada | works for | Board',
    ])
  })

  it('gives from two tables, as Gephi has them, labels and relations', () => {
    const files = [
      { path: 'in/edges.csv', text: 'Source,Target,Type,Label\n1,2,Undirected,knows\n' },
      { path: 'in/nodes.csv', text: '\ufeffId,Label\n1,Ada\n2,Hugo\n' },
    ]
    expect(statements(importFiles(files, importFormat('csv'), schema))).toEqual(['Ada | knows | Hugo'])
  })

  it('takes the direction of an edge, which Gephi writes for every edge, for no relation', () => {
    const table = 'Source,Target,Type,Id,Label,Weight\n1,2,Undirected,0,,1.0\n2,3,Directed,1,knows,1.0\n'
    const result = imported('x.csv', table)
    expect(statements(result)).toEqual(['1 | related to | 2', '2 | knows | 3'])
    expect(result.notes.join('\n')).toContain('without a direction')
    expect(statements(imported('x.csv', 'from,to,type\nAda,Board,employs\n'))).toEqual([
      'Ada | employs | Board',
    ])
  })

  it('gives from GEXF each node what it holds, also after the nodes in it', () => {
    const text = gexf.replace(/(<attvalues>.*?<\/attvalues>)(\s*<nodes>.*?<\/nodes>)/s, '$2<__proto__/>$1')
    expect(text).not.toBe(gexf)
    expect(imported('x.gexf', text).graph.mapNodes((_, { label, type }) => [label, type])).toEqual([
      ['Ada & Co', 'Organization'],
      ['Hugo', 'Thing'],
    ])
  })

  it.each([
    ['x.json', '{"nodes":[{"id":"a"}],"edges":[{"source":"a","target":"a","label":"knows"}]}'],
    ['x.csv', 'source,target,label\na,a,knows\n'],
    ['x.nt', '<urn:x:a> <urn:x:knows> <urn:x:a> .\n'],
    ['x.ttl', '@prefix x: <urn:x:> . x:a x:knows x:a .\n'],
    ['x.graphml', graphml.replace('target="b"', 'target="a"')],
  ])('may begin with a byte order mark: %s', (path, text) => {
    expect(statements(imported(path, `\ufeff${text}`))).toEqual(['a | knows | a'])
  })

  it('gives from node-link JSON, and from graphology of another program, entities and relations', () => {
    const link = {
      directed: true,
      nodes: [{ id: 1, name: 'Ada' }, { id: 2 }],
      links: [{ source: 1, target: 2, key: 0, polarity: 'negative', relation: 'knows' }],
    }
    expect(statements(imported('x.json', JSON.stringify(link)))).toEqual(['Ada | not knows | 2'])
    const own = {
      attributes: { name: 'other' },
      nodes: [{ key: 'a', attributes: { label: 'A' } }],
      edges: [{ source: 'a', target: 'a' }],
    }
    expect(statements(imported('x.json', JSON.stringify(own)))).toEqual(['A | related to | A'])
  })
})

describe('a file that cannot be imported', () => {
  it.each([
    ['breaks off, as XML', 'x.gexf', gexf.slice(0, 500), /well-formed XML/],
    ['breaks off, as JSON', 'x.json', '{"nodes": [\n', /not JSON.*line 2/],
    ['has a word that is no JSON', 'x.json', '{"nodes": [\n{"id": x}],\n"edges":\n[]}', /not JSON.*line 2\b/],
    ['is no graph', 'x.json', '{"a": 1}', /no "nodes" and "edges"/],
    ['has no ends of edges', 'x.csv', 'a,b\n1,2\n', /"source" and "target", and it has a, b/],
    ['is no table', 'x.csv', 'source,target\n"a,b\n', /not CSV/],
    [
      'names a node that is not there',
      'x.json',
      '{"nodes":[],"edges":[{"source":"a","target":"b"}]}',
      /edge 1 names a node that is not there: "a"/,
    ],
    ['has a node twice', 'x.json', '{"nodes":[{"id":1},{"id":1}],"links":[]}', /"1" is there twice/],
  ])('is refused with the reason where it %s', (_, path, text, reason) => {
    const problem = problemOf(() => imported(path, text))
    expect(problem).toMatchObject({ code: 'import-invalid', file: path })
    expect(problem.message).toMatch(reason)
    expect(problem.hint).toBeTruthy()
  })

  it('is refused at its line where its XML is broken', () => {
    expect(problemOf(() => imported('x.gexf', '<gexf>\n<graph>\n<nodes></graph></gexf>'))).toMatchObject({
      line: 3,
    })
  })

  it('is refused in an unknown format, with the one that was meant', () => {
    expect(problemOf(() => imported('x.xyz', 'hello'))).toMatchObject({ code: 'format-unknown' })
    expect(problemOf(() => importFormat('grafml')).hint).toBe('Did you mean "graphml"?')
  })

  it('is refused where Redthread wrote it and its values were broken since', () => {
    const attributes = { format: 'redthread-graph', version: 1, counts: {}, contradictions: [] }
    const node = (values: string): string =>
      `<graphml><key id="graph.attributes" for="graph" attr.name="attributes"/><graph edgedefault="directed"><data key="graph.attributes">${JSON.stringify(attributes)}</data><node id="a">${values}</node></graph></graphml>`
    expect(problemOf(() => imported('x.graphml', node('<data key="rank">high</data>'))).message).toContain(
      '"rank" of the node "a" must be a number, and is "high"',
    )
    expect(problemOf(() => imported('x.graphml', node('<data key="community"> </data>'))).message).toContain(
      '"community" of the node "a" must be a whole number, and is " "',
    )
    expect(problemOf(() => imported('x.graphml', node(''))).message).toContain('has no string "label"')
  })

  it('is refused with its own name where the RDF that Redthread wrote was broken since', () => {
    const rt = 'urn:redthread:vocab:'
    const type = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
    const broken = `<urn:g> ${type} <${rt}Graph> .\n<urn:g> <${rt}version> "one" .\n`
    expect(problemOf(() => imported('x.nt', broken))).toMatchObject({
      file: 'x.nt',
      message: expect.stringContaining('x.nt cannot be imported: "version" is not JSON'),
    })
  })

  it('is refused at once where a long comment could be the start of anything', () => {
    const begin = performance.now()
    expect(problemOf(() => imported('x', `${'# '.repeat(2000)}x`)).code).toBe('format-unknown')
    expect(performance.now() - begin).toBeLessThan(1000)
    expect(detectFormat({ path: 'x', text: '# one\r\n\n#\n@prefix x: <urn:x:> .' }).name).toBe('turtle')
    expect(detectFormat({ path: 'x', text: '# one\n# two\n<urn:a> <urn:b> <urn:c> .' }).name).toBe('nquads')
  })

  it('is refused where its format version is another, with both versions', () => {
    const json = { attributes: { format: 'redthread-graph', version: 7 }, nodes: [], edges: [] }
    expect(problemOf(() => imported('x.json', JSON.stringify(json)))).toMatchObject({
      code: 'graph-version',
      message: expect.stringMatching(/is 7.*reads version 1/),
    })
  })

  it('does not expand entities that an XML file declares for itself', () => {
    const bomb =
      '<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><gexf><graph><nodes><node id="&b;"/></nodes></graph></gexf>'
    expect(problemOf(() => imported('x.gexf', bomb)).message).toContain('well-formed XML')
  })
})
