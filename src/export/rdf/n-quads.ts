import type { Exporter } from '../exporter.ts'
import { describeGraph } from './describe-graph.ts'
import type { Description, Term } from './term.ts'

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** A text between quotes, as N-Triples, N-Quads and Turtle have it. */
export function quoted(text: string): string {
  const escaped = text.replace(
    /["\\\p{Cc}\ufffe\uffff]/gu,
    (c) => escapes[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return `"${escaped}"`
}

/** A term as N-Triples and N-Quads have it. */
export function termText(term: Term): string {
  if ('iri' in term) return `<${term.iri}>`
  return term.datatype ? `${quoted(term.text)}^^<${term.datatype}>` : quoted(term.text)
}

/** The lines of a description; what a relation states stands in a graph named after it. */
export function quadLines({ subject, properties, statement }: Description): string {
  let text = ''
  for (const [predicate, object] of properties) text += `<${subject}> <${predicate}> ${termText(object)} .\n`
  if (statement) text += `<${statement[0]}> <${statement[1]}> ${termText(statement[2])} <${subject}> .\n`
  return text
}

/** RDF 1.1 N-Quads: everything, with named graphs. */
export const nQuads: Exporter = {
  name: 'nquads',
  description: 'N-Quads: triple stores; named graphs for what is asserted',
  shape: 'file',
  files: (source, settings) => [
    {
      path: 'graph.nq',
      pieces: (function* () {
        for (const description of describeGraph(source, settings)) yield quadLines(description)
      })(),
    },
  ],
}
