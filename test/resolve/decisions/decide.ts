import { assembleGraph } from '../../../src/assemble.ts'
import { type RedthreadGraph, serializeGraph } from '../../../src/graph/index.ts'
import type { Decision, DocumentClaims } from '../../../src/model/index.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { placed, writeDocument } from './write-documents.ts'

const { schema } = loadSchema()

interface Named {
  readonly words: string
  readonly type: string
}

export const person = (words: string): Named => ({ words, type: 'Person' })
export const body = (words: string): Named => ({ words, type: 'Organization' })

/** Three documents of which the machine makes four people and two boards. */
export const documents: readonly DocumentClaims[] = [
  writeDocument(
    'a.txt',
    'Ruth Amsel met Tom Keller. Ruth Amsel leads the Harbour Board. Amsel spoke.',
    [
      person('Ruth Amsel'),
      person('Tom Keller'),
      person('Ruth Amsel'),
      body('Harbour Board'),
      person('Amsel'),
    ],
    [
      [0, 'met', 1],
      [2, 'leads', 3],
    ],
  ),
  writeDocument(
    'b.txt',
    'Mara Voss met Olga Brandt. The Port Board praised Olga Brandt.',
    [person('Mara Voss'), person('Olga Brandt'), body('Port Board'), person('Olga Brandt')],
    [
      [0, 'met', 1],
      [2, 'praised', 3],
    ],
  ),
  writeDocument(
    'c.txt',
    'Ruth Amsel criticised the Port Board. The Port Board did not meet Tom Keller.',
    [person('Ruth Amsel'), body('Port Board'), body('Port Board'), person('Tom Keller')],
    [
      [0, 'criticised', 1],
      [2, 'not met', 3],
    ],
  ),
]

/** The graph of documents under decisions, its edges in words, and what is said of decisions. */
export function decide(
  decisions: readonly Decision[],
  from: readonly DocumentClaims[] = documents,
): { graph: RedthreadGraph; edges: string[]; said: string[]; bytes: string } {
  const { graph, problems } = assembleGraph(from, schema, { decisions: placed(decisions), settings: {} })
  const edges = graph.mapEdges((_, edge, source, target) => {
    const [a, b] = [source, target].map((key) => graph.getNodeAttribute(key, 'label'))
    return `${a} ${edge.polarity === 'negative' ? 'not ' : ''}${edge.relation} ${b}`
  })
  const said = problems
    .filter((p) => p.code.startsWith('decision-'))
    .map((p) => `${p.severity} ${p.line}: ${p.message} ${p.hint}`)
  return { graph, edges: edges.sort(), said, bytes: [...serializeGraph(graph)].join('') }
}
