import type { OpenedGraph } from '../../graph/index.ts'
import type { Evidence } from '../../model/index.ts'
import { evidenceColumns } from '../evidence-columns.ts'
import type { Iris } from './iris.ts'
import { columnProperties, type Property, type } from './properties.ts'
import { type Description, literal, type Term } from './term.ts'
import { expand } from './vocabulary.ts'

const count = (value: number): Term => ({ text: String(value), datatype: expand('xsd:nonNegativeInteger') })

/** How many of these ascending numbers are below another. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * One row of evidence as a Web Annotation: its body is the relation, its target the passage. The offsets of
 * `rt:start` and `rt:end` are UTF-16 indices; a text position selector counts characters (code points), as the
 * Web Annotation Data Model (section 4.2.4) has it, and is left out where the text is not known.
 */
export function* describeEvidence(
  row: Evidence,
  number: number,
  iri: string,
  relation: string,
  source: OpenedGraph,
  iris: Iris,
  lean: boolean,
): Generator<Description> {
  const document = iris.document(row.document)
  yield {
    subject: iri,
    properties: [
      [type, { iri: expand('rt:Evidence') }],
      [type, { iri: expand('prov:Entity') }],
      [type, { iri: expand('oa:Annotation') }],
      [expand('oa:hasBody'), { iri: iris.relation(relation) }],
      ...(lean ? [] : [[expand('oa:hasTarget'), { iri: `${iri}#target` }] as const]),
      [expand('prov:wasDerivedFrom'), { iri: document }],
      ...row.speakers.map(
        (speaker): Property => [expand('prov:wasAttributedTo'), { iri: iris.entity(speaker) }],
      ),
      [expand('rt:number'), literal(number + 1, 'integer')],
      ...columnProperties(row, evidenceColumns, lean),
    ],
  }
  if (lean) return
  const wide = source.wideCharacters?.get(row.document)
  const characters = (offset: number): number => offset - countBelow(wide ?? [], offset)
  yield {
    subject: `${iri}#target`,
    properties: [
      [type, { iri: expand('oa:SpecificResource') }],
      [expand('oa:hasSource'), { iri: document }],
      [expand('oa:hasSelector'), { iri: `${iri}#quote` }],
      ...(wide ? [[expand('oa:hasSelector'), { iri: `${iri}#position` }] as const] : []),
    ],
  }
  yield {
    subject: `${iri}#quote`,
    properties: [
      [type, { iri: expand('oa:TextQuoteSelector') }],
      [expand('oa:exact'), literal(row.quote)],
    ],
  }
  if (wide)
    yield {
      subject: `${iri}#position`,
      properties: [
        [type, { iri: expand('oa:TextPositionSelector') }],
        [expand('oa:start'), count(characters(row.start))],
        [expand('oa:end'), count(characters(row.end))],
      ],
    }
}
