import { isScalar, isSeq, type Node } from 'yaml'
import type { EntityType, Phrase, RelationType, SchemaExample } from '../model/index.ts'
import { parsePhrase } from './parse-phrase.ts'
import type { SchemaFile } from './schema-file.ts'

const phraseKinds = {
  verbs: 'verb',
  nouns: 'noun',
  predicates: 'predicate',
  adjectives: 'adjective',
} as const
const typeKeys = ['label', 'is', 'color', 'heads', 'mappings']
const relationKeys = [
  'label',
  'inverse',
  'subject',
  'object',
  'time',
  'functional',
  'mappings',
  'examples',
  'counterexamples',
  ...Object.keys(phraseKinds),
]
const temporalKinds = ['event', 'state', 'timeless'] as const

/** Reads one entity type; `is` names its more general types, with their places. */
export function readType(
  file: SchemaFile,
  name: string,
  node: Node | null,
): { type: EntityType; is: [string, Node][] } {
  let label = name.toLowerCase()
  let color = '#888888'
  let is: [string, Node][] = []
  const heads: string[] = []
  let mappings: Readonly<Record<string, string>> = {}
  for (const [key, value] of file.entries(node, `The type ${name}`, typeKeys)) {
    if (key === 'label') label = file.text(value, `The label of ${name}`) ?? label
    if (key === 'is') is = file.list(value, `"is" of ${name}`)
    if (key === 'heads')
      heads.push(...file.list(value, `The heads of ${name}`).flatMap(([words]) => words.split(/\s+/)))
    if (key === 'mappings') mappings = readMappings(file, name, value)
    if (key === 'color') {
      const text = file.text(value, `The color of ${name}`)
      if (text && /^#[0-9a-f]{6}$/.test(text)) color = text
      else if (text)
        file.report('schema-invalid-value', `"${text}" is not a color`, value, 'Write it as "#1b9e77".')
    }
  }
  return { type: { name, label, ancestors: [], color, heads, mappings }, is }
}

function readMappings(file: SchemaFile, name: string, node: Node | null): Record<string, string> {
  return Object.fromEntries(
    file
      .entries(node, `The mappings of ${name}`)
      .map(([vocabulary, value]) => [vocabulary, file.text(value, `The mapping ${vocabulary}`) ?? '']),
  )
}

/** Reads a list of sentences with what they give. */
export function readExamples(file: SchemaFile, name: string, node: Node | null): SchemaExample[] {
  const items = isSeq(node) ? (node.items as Node[]) : []
  return items.map((item) => {
    let text = ''
    const gives: string[] = []
    for (const [key, value] of file.entries(item, `An example of ${name}`, ['text', 'gives'])) {
      if (key === 'text') text = file.text(value, 'The text of an example') ?? ''
      else gives.push(...file.list(value, '"gives"').map(([line]) => line))
    }
    return { text, gives }
  })
}

/** A relation type with the entity types it names, for checking when all files are read. */
export interface RelationReading {
  readonly relation: RelationType
  readonly typeNames: readonly [string, Node][]
}

/** Reads one relation type. */
export function readRelation(file: SchemaFile, name: string, node: Node | null): RelationReading {
  const typeNames: [string, Node][] = []
  const phrases: Phrase[] = []
  const relation: { -readonly [K in keyof RelationType]?: RelationType[K] } = {}
  for (const [key, value] of file.entries(node, `The relation ${name}`, relationKeys)) {
    if (key === 'label' || key === 'inverse') {
      const text = file.text(value, `The ${key} of ${name}`)
      if (text !== undefined) relation[key] = text
    } else if (key === 'subject' || key === 'object') {
      const names = file.list(value, `The ${key} of ${name}`)
      typeNames.push(...names)
      relation[key] = names.map(([type]) => type)
    } else if (key === 'time') {
      const text = file.text(value, `"time" of ${name}`) ?? ''
      const temporal = temporalKinds.find((kind) => kind === text)
      if (temporal) relation.temporal = temporal
      else
        file.report(
          'schema-invalid-value',
          `"${text}" is not a kind of time`,
          value,
          `Use one of ${temporalKinds.join(', ')}.`,
        )
    } else if (key === 'functional') {
      if (isScalar(value) && typeof value.value === 'boolean') relation.functional = value.value
      else
        file.report(
          'schema-invalid-value',
          `"functional" of ${name} must be true or false`,
          value,
          'Write "functional: true".',
        )
    } else if (key === 'mappings') relation.mappings = readMappings(file, name, value)
    else if (key === 'examples') relation.examples = readExamples(file, name, value)
    else if (key === 'counterexamples')
      relation.counterexamples = file.list(value, `A counterexample of ${name}`).map(([text]) => text)
    else
      for (const [text, item] of file.list(value, `A phrase of ${name}`)) {
        const parsed = parsePhrase(phraseKinds[key as keyof typeof phraseKinds], text)
        if ('phrase' in parsed) phrases.push(parsed.phrase)
        else
          file.report(
            'schema-invalid-value',
            `The phrase "${text}" of ${name} cannot be used: ${parsed.error}`,
            item,
            parsed.meant ? `Did you mean "${parsed.meant}"?` : 'See docs/schema.md.',
          )
      }
  }
  return {
    typeNames,
    relation: {
      name,
      label: name.replaceAll('-', ' '),
      subject: [],
      object: [],
      temporal: 'event',
      functional: false,
      examples: [],
      counterexamples: [],
      mappings: {},
      ...relation,
      phrases,
    },
  }
}
