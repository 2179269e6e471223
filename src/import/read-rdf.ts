import { parse, type Quad } from '#oxigraph'
import { expand } from '../export/rdf/vocabulary.ts'
import { foreignRdf } from './foreign-rdf.ts'
import { importFault } from './import-fault.ts'
import type { ImportFile, LooseGraph } from './loose-graph.ts'
import { ownRdf } from './own-rdf.ts'

/** A statement whose terms are texts. `resource`: whether the object is an IRI or a blank node. */
export interface Statement {
  readonly subject: string
  readonly predicate: string
  readonly object: string
  readonly resource: boolean
}

/** Lines that are parsed at once; each is a statement. */
const chunk = 10_000

function statement({ subject, predicate, object }: Quad): Statement {
  return {
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
    resource: object.termType === 'NamedNode' || object.termType === 'BlankNode',
  }
}

/** Parses a text whose first line is line `first` of its file. */
function statements(path: string, text: string, format: string, first: number): Statement[] {
  try {
    return parse(text, { format }).map(statement)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, line, column] = /at line (\d+) between columns (\d+)/.exec(message) ?? []
    throw importFault(
      path,
      `it is not RDF in this format (${message.replace(/^Parser error.*?: /, '').replace(/\.$/, '')})`,
      'Check the statement that is named.',
      line === undefined ? {} : { line: Number(line) + first - 1, column: Number(column) },
    )
  }
}

function toGraph(all: readonly Statement[], file: string): LooseGraph {
  const isOwn = all.some(({ object, resource }) => resource && object === expand('rt:Graph'))
  return isOwn ? ownRdf(all, file) : foreignRdf(all)
}

/** N-Quads or N-Triples: the graphs that statements stand in do not matter. */
export function readNQuads({ path, text }: ImportFile): LooseGraph {
  const lines = text.split(/\r\n|\n|\r/)
  const all: Statement[] = []
  for (let at = 0; at < lines.length; at += chunk)
    all.push(...statements(path, lines.slice(at, at + chunk).join('\n'), 'application/n-quads', at + 1))
  return toGraph(all, path)
}

/** Turtle. */
export function readTurtle({ path, text }: ImportFile): LooseGraph {
  return toGraph(statements(path, text, 'text/turtle', 1), path)
}
