import type { Exporter } from '../exporter.ts'
import { describeGraph } from './describe-graph.ts'
import { quoted } from './n-quads.ts'
import type { Description, Term } from './term.ts'
import { prefixes } from './vocabulary.ts'

/** An IRI, with a prefix where what follows it needs no escapes. */
function short(iri: string): string {
  for (const [prefix, start] of Object.entries(prefixes)) {
    const rest = iri.slice(start.length)
    if (iri.startsWith(start) && /^[A-Za-z]\w*$/.test(rest)) return `${prefix}:${rest}`
  }
  return `<${iri}>`
}

function termText(term: Term): string {
  if ('iri' in term) return short(term.iri)
  return term.datatype ? `${quoted(term.text)}^^${short(term.datatype)}` : quoted(term.text)
}

function block({ subject, properties, statement }: Description): string {
  const lines = properties.map(([predicate, object]) => `${short(predicate)} ${termText(object)}`)
  const stated = statement
    ? `${short(statement[0])} ${short(statement[1])} ${termText(statement[2])} .\n`
    : ''
  return `${short(subject)} ${lines.join(' ;\n  ')} .\n${stated}`
}

/** RDF 1.1 Turtle: everything; a relation that is affirmed and asserted is stated beside its description. */
export const turtle: Exporter = {
  name: 'turtle',
  description: 'Turtle: triple stores, Protege',
  shape: 'file',
  files: (source, settings) => [
    {
      path: 'graph.ttl',
      pieces: (function* () {
        for (const [prefix, iri] of Object.entries(prefixes)) yield `@prefix ${prefix}: <${iri}> .\n`
        for (const description of describeGraph(source, settings)) yield `\n${block(description)}`
      })(),
    },
  ],
}
