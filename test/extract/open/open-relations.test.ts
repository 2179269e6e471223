import { describe, expect, it } from 'vitest'
import { annotateDocument } from '../../../src/annotate/annotate-document.ts'
import { extractClaims } from '../../../src/extract/extract-claims.ts'
import { openRelations } from '../../../src/extract/open-relations.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { annotationOf, textOf } from './made-tree.ts'
import { sentences } from './sentences.ts'

const { schema } = loadSchema()

/** `subject | relation | object [role=words; ...]` of every open claim of a sentence. */
function read(lines: string): string[] {
  const text = textOf(lines)
  const document = annotateDocument(
    { id: 'made.txt', source: 'made.txt', hash: '', format: 'text', language: 'en', text, zones: [] },
    { name: 'made', version: '1', provides: [], annotate: () => annotationOf(lines) },
    schema!,
  )
  const { claims, problems } = extractClaims(document, schema!, [openRelations])
  expect(problems).toEqual([])
  return claims.claims.map((claim) => {
    expect(claim.quote).toBe(text.slice(claim.start, claim.end))
    const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
    const more = claim.qualifiers.map((q) => `${q.role}=${words(q)}`).join('; ')
    return `${words(claim.subjectSpan)} | ${claim.relation} | ${words(claim.objectSpan)}${more ? ` [${more}]` : ''}`
  })
}

/** Sentences of the list with their open relations. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    'The harbourmaster moved the old boat to the northern quay on Monday .',
    [
      'The harbourmaster | move | the old boat [to=the northern quay; on=Monday]',
      'The harbourmaster | move-boat-to | the northern quay [on=Monday; object=the old boat]',
      'the old boat | be-moved-to | the northern quay',
    ],
  ],
  ['Amsel , who owns the ferry , wants to sell it .', ['Amsel | own | the ferry', 'Amsel | sell | it']],
  ['The crew has left and burned the papers found aboard .', ['The crew | burn | the papers']],
  [
    'Vale and Amsel are members of the council .',
    ['Vale | be | members of the council', 'Amsel | be | members of the council'],
  ],
  ['The pilot said that the light had failed .', []],
  [
    'The Heron , a ketch , was built in Varn by two brothers .',
    [
      'The Heron | be | a ketch',
      'two brothers | build | The Heron [in=Varn]',
      'The Heron | be-built-in | Varn [by=two brothers]',
    ],
  ],
  ['There was a fire in the hold .', []],
  ['They persuaded her to sign the lease .', ['They | persuade | her', 'her | sign | the lease']],
  ['She answered in response to a letter .', ['She | answer-in-response-to | a letter']],
]

/** Sentences for this test alone: what a light verb, a question and a set phrase give. */
const more: readonly (readonly [string, readonly string[]])[] = [
  [
    `The the DET DT 2 det
     council council NOUN NN 3 nsubj
     took take VERB VBD 0 root
     action action NOUN NN 3 obj
     against against ADP IN 7 case
     the the DET DT 7 det
     owner owner NOUN NN 4 nmod`,
    ['The council | take-action-against | the owner'],
  ],
  [
    `The the DET DT 2 det
     council council NOUN NN 3 nsubj
     took take VERB VBD 0 root
     the the DET DT 5 det
     keys key NOUN NNS 3 obj
     from from ADP IN 8 case
     the the DET DT 8 det
     owner owner NOUN NN 3 obl`,
    [
      'The council | take-key-from | the owner [object=the keys]',
      'The council | take | the keys [from=the owner]',
    ],
  ],
  [
    `Vale Vale PROPN NNP 2 nsubj
     sent send VERB VBD 0 root
     the the DET DT 4 det
     boat boat NOUN NN 2 obj
     to to ADP IN 6 case
     Varn Varn PROPN NNP 2 obl`,
    [
      'Vale | send | the boat [to=Varn]',
      'the boat | be-sent-to | Varn',
      'Vale | send-boat-to | Varn [object=the boat]',
    ],
  ],
  [
    `Vale Vale PROPN NNP 4 nsubj
     is be AUX VBZ 4 cop
     the the DET DT 4 det
     mayor mayor NOUN NN 0 root
     of of ADP IN 6 case
     Varn Varn PROPN NNP 4 nmod`,
    ['Vale | be | the mayor of Varn', 'Vale | be-mayor-of | Varn'],
  ],
  [
    `Did do AUX VBD 4 aux
     the the DET DT 3 det
     crew crew NOUN NN 4 nsubj
     sell sell VERB VB 0 root
     the the DET DT 6 det
     boat boat NOUN NN 4 obj
     ? ? PUNCT . 4 punct`,
    [],
  ],
  [
    `She she PRON PRP 2 nsubj
     agrees agree VERB VBZ 0 root
     with with ADP IN 5 case
     the the DET DT 5 det
     owner owner NOUN NN 2 obl
     in in ADP IN 7 case
     fact fact NOUN NN 2 obl`,
    ['She | agree-with | the owner'],
  ],
  [
    `The the DET DT 2 det
     owner owner NOUN NN 3 nsubj
     came come VERB VBD 0 root
     to to PART TO 5 mark
     sell sell VERB VB 3 advcl
     the the DET DT 7 det
     boat boat NOUN NN 5 obj`,
    [],
  ],
  // A number behind a name is its part; a piece of a compound and a noun without its infinitive are left out.
  [
    `Vale Vale PROPN NNP 2 nsubj
     sailed sail VERB VBD 0 root
     aboard aboard ADP IN 5 case
     Heron Heron PROPN NNP 5 nmod
     2 2 NUM CD 2 obl`,
    ['Vale | sail-aboard | Heron'],
  ],
  [
    `She she PRON PRP 2 nsubj
     stressed stress VERB VBD 0 root
     the the DET DT 4 det
     need need NOUN NN 2 obj
     to to PART TO 6 mark
     sail sail VERB VB 4 acl`,
    [],
  ],
  // What is still to be done by the verb below is not told of the one above.
  [
    `The the DET DT 2 det
     crew crew NOUN NN 3 nsubj
     continued continue VERB VBD 0 root
     in in ADP IN 5 case
     Varn Varn PROPN NNP 3 obl
     to to PART TO 7 mark
     sing sing VERB VB 3 xcomp`,
    [],
  ],
  // The repair keeps the sea out, not the wall that was repaired.
  [
    `The the DET DT 2 det
     wall wall NOUN NN 4 nsubj:pass
     was be AUX VBD 4 aux:pass
     repaired repair VERB VBN 0 root
     , , PUNCT , 6 punct
     bringing bring VERB VBG 4 advcl
     the the DET DT 8 det
     owner owner NOUN NN 6 obj
     to to ADP IN 10 case
     Varn Varn PROPN NNP 6 obl`,
    [],
  ],
]

describe('open relations', () => {
  it.each(cases)('reads "%s"', (sentence, relations) => {
    expect(read(sentences[sentence]!)).toEqual(relations)
  })

  it.each(more.map(([lines, relations]) => [textOf(lines), lines, relations] as const))(
    'reads "%s"',
    (_, lines, relations) => {
      expect(read(lines)).toEqual(relations)
    },
  )
})
