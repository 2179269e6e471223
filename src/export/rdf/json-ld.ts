import type { Exporter } from '../exporter.ts'
import { describeGraph } from './describe-graph.ts'
import { type } from './properties.ts'
import type { Description, Term } from './term.ts'
import { prefixes } from './vocabulary.ts'

/** An IRI with its prefix, where it has one. */
function short(iri: string): string {
  for (const [prefix, start] of Object.entries(prefixes))
    if (iri.startsWith(start) && iri.length > start.length) return `${prefix}:${iri.slice(start.length)}`
  return iri
}

function value(term: Term): unknown {
  if ('iri' in term) return { '@id': term.iri }
  return term.datatype ? { '@value': term.text, '@type': short(term.datatype) } : term.text
}

function nodeObject({ subject, properties, statement }: Description): Record<string, unknown> {
  const object: Record<string, unknown[]> = {}
  const types: string[] = []
  for (const [predicate, term] of properties)
    if (predicate === type && 'iri' in term) types.push(short(term.iri))
    else {
      const name = short(predicate)
      const values = object[name] ?? []
      values.push(value(term))
      object[name] = values
    }
  const stated = statement && [{ '@id': statement[0], [short(statement[1])]: value(statement[2]) }]
  return { '@id': subject, '@type': types, ...object, ...(stated && { '@graph': stated }) }
}

/** JSON-LD 1.1, a resource a line: the same dataset as N-Quads. */
export const jsonLd: Exporter = {
  name: 'jsonld',
  description: 'JSON-LD: web tools, triple stores',
  shape: 'file',
  files: (source, settings) => [
    {
      path: 'graph.jsonld',
      pieces: (function* () {
        yield `{"@context":${JSON.stringify(prefixes)},\n"@graph":[`
        let separator = '\n'
        for (const description of describeGraph(source, settings)) {
          yield `${separator}${JSON.stringify(nodeObject(description))}`
          separator = ',\n'
        }
        yield '\n]}\n'
      })(),
    },
  ],
}
