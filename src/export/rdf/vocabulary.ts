/** The vocabularies that the RDF formats use, by their usual prefixes. `rt` is Redthread's own. */
export const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  schema: 'https://schema.org/',
  rt: 'urn:redthread:vocab:',
} as const

export type Prefix = keyof typeof prefixes
/** A name of one of the vocabularies, as `rdfs:label`. */
export type ShortName = `${Prefix}:${string}`

/** The IRI of a short name. */
export function expand(name: ShortName): string {
  const colon = name.indexOf(':')
  return prefixes[name.slice(0, colon) as Prefix] + name.slice(colon + 1)
}
