import fc from 'fast-check'
import { emptyGraph, type OpenedGraph } from '../../src/graph/index.ts'
import { type EdgeAttributes, type Evidence, modalities, type NodeAttributes } from '../../src/model/index.ts'

/** Texts that formats take for their own, beside ordinary ones. */
const pieces = [
  'Ada Carver',
  '=cmd()',
  '+1',
  '-1',
  '@x',
  "'",
  "'=a",
  '"',
  '""',
  '\\',
  '\\u0027',
  '\\"',
  ']]>',
  '<!--',
  '</script>',
  '&amp;',
  '&',
  '<b>',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '\u0000',
  '\u0008',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ufffd',
  '\ud800',
  '\udc00',
  '\u{1f9f6}',
  '\u202eevil',
  '\u05e9\u05dc\u05d5\u05dd',
  '`',
  '$',
  '{',
  '}',
  '[',
  ']',
  '|',
  '#',
  '^',
  '%',
  ';',
  ',',
  "'; DROP TABLE relations; --",
  '@prefix',
  'not ',
  'null',
  'true',
  '1e3',
  'id:',
  '.x41.',
  'é',
]
/** Any text, with lone surrogates and control characters. */
export const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 4 })
  .map((parts) => parts.join(''))
/** Keys are made of letters and digits; here of any characters that UTF-8 has. */
const key = hostile.map((text) => `n/${text.replace(/\p{Cs}/gu, 's')}`)

const span = fc.tuple(fc.nat(1000), fc.nat(50)).map(([start, length]) => ({ start, end: start + length }))
const time = fc.record(
  {
    kind: fc.constantFrom('at', 'span', 'before', 'after'),
    start: fc.constant('2019'),
    granularity: fc.constant('year'),
    text: hostile,
  },
  { requiredKeys: ['kind', 'granularity', 'text'] },
)
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)

const evidence = fc
  .record(
    {
      place: span,
      document: hostile,
      quote: hostile,
      claim: hostile,
      subject: span,
      relation: span,
      object: span,
      extractor: hostile,
      rule: hostile,
      confidence: number,
      modality: fc.constantFrom(...modalities),
      speakers: fc.array(hostile, { maxLength: 2 }),
      times: fc.array(time, { maxLength: 2 }),
      qualifiers: fc.array(fc.record({ role: hostile, value: hostile, start: fc.nat(9), end: fc.nat(9) }), {
        maxLength: 1,
      }),
      copyOf: hostile,
      later: fc.record({ what: hostile }),
    },
    {
      requiredKeys: [
        'place',
        'document',
        'quote',
        'claim',
        'subject',
        'relation',
        'object',
        'extractor',
        'rule',
        'confidence',
        'modality',
        'speakers',
        'times',
        'qualifiers',
      ],
    },
  )
  .map(({ place, ...rest }) => ({ ...place, ...rest }) as unknown as Evidence)

const node = fc.record(
  {
    label: hostile,
    type: hostile,
    aliases: fc.array(hostile, { maxLength: 3 }),
    mentions: fc.array(
      fc.record({ document: hostile, start: fc.nat(9), end: fc.nat(9), kind: fc.constant('named') }),
      { maxLength: 2 },
    ),
    x: number,
    y: number,
    size: number,
    color: fc.constantFrom('#0072b2', '#000000', '#ffffff'),
    community: fc.nat(9),
    rank: number,
    time,
    count: fc.nat(20),
    formerKeys: fc.array(hostile, { maxLength: 2 }),
    later: hostile,
  },
  { requiredKeys: ['label', 'type', 'aliases', 'mentions', 'x', 'y', 'size', 'color', 'community', 'rank'] },
) as unknown as fc.Arbitrary<NodeAttributes>

const edge = fc.record(
  {
    relation: hostile,
    label: hostile,
    polarity: fc.constantFrom('positive', 'negative'),
    open: fc.boolean(),
    modality: fc.constantFrom(...modalities),
    modalities: fc.constant({ denied: 1 }),
    times: fc.array(time, { maxLength: 2 }),
    confidence: number,
    origins: fc.nat(9),
    documents: fc.nat(9),
    evidence: fc.array(evidence, { maxLength: 3 }),
    decision: hostile,
    derived: fc.boolean(),
    later: fc.array(hostile, { maxLength: 1 }),
  },
  {
    requiredKeys: [
      'relation',
      'label',
      'polarity',
      'open',
      'modality',
      'modalities',
      'times',
      'confidence',
      'origins',
      'documents',
      'evidence',
    ],
  },
) as unknown as fc.Arbitrary<EdgeAttributes>

/** A graph that obeys the file contract, whose texts are hostile, with what is known of a document. */
export const hostileGraph: fc.Arbitrary<OpenedGraph> = fc
  .record({
    nodes: fc.uniqueArray(fc.tuple(key, node), { selector: ([name]) => name, minLength: 1, maxLength: 5 }),
    edges: fc.uniqueArray(fc.tuple(key, fc.nat(), fc.nat(), edge), {
      selector: ([name]) => name,
      maxLength: 6,
    }),
    title: hostile,
    setting: hostile,
  })
  .map(({ nodes, edges, title, setting }) => {
    const graph = emptyGraph({
      format: 'redthread-graph',
      version: 1,
      schema: [{ name: setting, version: '1', hash: '00' }],
      settings: { setting },
      counts: { documents: 1, entities: nodes.length, relations: edges.length, evidence: 0 },
      contradictions: [{ kind: setting, edges: edges.map(([name]) => name) }],
    })
    for (const [name, attributes] of nodes) graph.addNode(name, attributes)
    const at = (n: number): string => nodes[n % nodes.length]![0]
    for (const [name, from, to, attributes] of edges) graph.addEdgeWithKey(name, at(from), at(to), attributes)
    const header = {
      id: 'a.txt',
      source: 'a.txt',
      hash: '00',
      format: 'txt',
      title,
      date: '2031-03-07',
      language: 'en',
    }
    return { graph, documents: new Map([[header.id, header]]) }
  })
