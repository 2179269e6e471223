import type { CellType, CellValue } from '../columns.ts'
import { expand } from './vocabulary.ts'

/** The object of a statement: a resource, or a text with the IRI of its datatype (none: a plain string). */
export type Term = { readonly iri: string } | { readonly text: string; readonly datatype?: string }

/** All statements about one subject. */
export interface Description {
  readonly subject: string
  readonly properties: readonly (readonly [predicate: string, object: Term])[]
  /**
   * What the subject, a relation, says, where it is affirmed and asserted: in formats with named graphs it stands
   * in a graph that is named after the relation.
   */
  readonly statement?: readonly [subject: string, predicate: string, object: Term]
}

const datatypes: Readonly<Record<CellType, string | undefined>> = {
  string: undefined,
  integer: expand('xsd:integer'),
  double: expand('xsd:double'),
  boolean: expand('xsd:boolean'),
  json: expand('rdf:JSON'),
}

/** RDF texts have no half of a surrogate pair. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

/** A value of a column as a literal. */
export function literal(value: CellValue, type: CellType = 'string'): Term {
  const datatype = datatypes[type]
  return { text: wellFormed(String(value)), ...(datatype && { datatype }) }
}

/** An ISO date cut to what is known, as a date, month or year of XML Schema; any other text as it is. */
export function dateLiteral(text: string): Term {
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text))
    return { text, datatype: expand('xsd:date') }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { text, datatype: expand('xsd:gYearMonth') }
  if (/^\d{4}$/.test(text)) return { text, datatype: expand('xsd:gYear') }
  return { text: wellFormed(text) }
}
