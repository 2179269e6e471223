import type { DocumentHeader } from '../../graph/index.ts'
import { jsonCell } from '../columns.ts'
import type { Iris } from './iris.ts'
import { type } from './properties.ts'
import { type Description, dateLiteral, literal, type Term } from './term.ts'
import { expand, type ShortName } from './vocabulary.ts'

/** What is known of a document, its text apart. */
export function describeDocument(header: DocumentHeader, iris: Iris, lean: boolean): Description {
  const { id, source, title, date, publisher, author, url, language } = header
  const values: readonly (readonly [ShortName, Term | undefined])[] = [
    ['rt:id', literal(id)],
    ['rt:source', literal(source)],
    ['schema:headline', title === undefined ? undefined : literal(title)],
    ['schema:datePublished', date === undefined ? undefined : dateLiteral(date)],
    ['schema:publisher', publisher === undefined ? undefined : literal(publisher)],
    ['schema:author', author === undefined ? undefined : literal(author)],
    ['schema:url', url === undefined ? undefined : literal(url)],
    ['schema:inLanguage', literal(language)],
    ['rt:header', lean ? undefined : literal(jsonCell(header)!, 'json')],
  ]
  return {
    subject: iris.document(id),
    properties: [
      [type, { iri: expand('rt:Document') }],
      [type, { iri: expand('prov:Entity') }],
      [type, { iri: expand('schema:CreativeWork') }],
      ...values.flatMap(([name, term]) => (term ? [[expand(name), term] as const] : [])),
    ],
  }
}
