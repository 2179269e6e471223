import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type {
  EntityType,
  Phrase,
  Problem,
  ProblemCode,
  RelationType,
  Schema,
  SchemaExample,
  Title,
} from '../model/index.ts'
import { closest } from './closest.ts'
import { parsePhrase } from './parse-phrase.ts'

/** A schema file as read: its name for messages, its text, and the hash of its bytes. */
export interface SchemaSource {
  readonly file: string
  readonly text: string
  readonly hash: string
}

/** A schema with what is wrong in its files; with an error among the problems it must not be used. */
export interface CompiledSchema {
  readonly schema: Schema
  readonly problems: readonly Problem[]
}

const phraseKinds = {
  verbs: 'verb',
  nouns: 'noun',
  predicates: 'predicate',
  adjectives: 'adjective',
} as const
const fileKeys = ['name', 'version', 'types', 'titles', 'relations']
const typeKeys = ['label', 'is', 'color', 'heads']
const relationKeys = [
  'label',
  'inverse',
  'subject',
  'object',
  'time',
  'functional',
  'mappings',
  'examples',
  ...Object.keys(phraseKinds),
]
const temporalKinds = ['event', 'state', 'timeless'] as const

/** One file being read: turns nodes into values and keeps the problems with their positions. */
class SchemaFile {
  readonly source: SchemaSource
  readonly lines = new LineCounter()
  readonly problems: Problem[] = []
  readonly root: YAMLMap | undefined

  constructor(source: SchemaSource) {
    this.source = source
    const document = parseDocument(source.text, {
      lineCounter: this.lines,
      uniqueKeys: true,
      prettyErrors: false,
    })
    for (const error of document.errors)
      this.report(
        'schema-syntax',
        `This is not valid YAML: ${error.message}`,
        error.pos[0],
        'Mend the line named here.',
      )
    if (isMap(document.contents)) this.root = document.contents
    else if (document.errors.length === 0)
      this.report(
        'schema-syntax',
        'A schema file is a map with the keys types and relations',
        0,
        'See docs/schema.md.',
      )
  }

  report(code: ProblemCode, message: string, at: number | Node | null | undefined, hint: string): void {
    const offset = typeof at === 'number' ? at : (at?.range?.[0] ?? 0)
    const { line, col } = this.lines.linePos(offset)
    this.problems.push({
      severity: 'error',
      code,
      message,
      hint,
      file: this.source.file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
    })
  }

  /** The pairs of a map, each key checked against the allowed ones; any key where none are given. */
  entries(node: unknown, what: string, allowed?: readonly string[]): [string, Node | null, Node][] {
    if (node === null || node === undefined) return []
    if (!isMap(node)) {
      this.report(
        'schema-invalid-value',
        `${what} must be a map`,
        node as Node,
        'Write it as lines of "key: value".',
      )
      return []
    }
    const found: [string, Node | null, Node][] = []
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      if (allowed && !allowed.includes(key)) {
        const meant = closest(key, allowed)
        const hint = meant ? `Did you mean "${meant}"?` : `Known keys: ${allowed.join(', ')}.`
        this.report('schema-unknown-key', `${what} has no key "${key}"`, pair.key, hint)
      } else found.push([key, pair.value, pair.key])
    }
    return found
  }

  text(node: Node | null, what: string): string | undefined {
    if (isScalar(node) && ['string', 'number'].includes(typeof node.value)) return String(node.value)
    this.report(
      'schema-invalid-value',
      `${what} must be text`,
      node,
      'Put the value on the same line after the colon.',
    )
    return undefined
  }

  /** A list of texts, or one text alone, with the node of each. */
  list(node: Node | null, what: string): [string, Node][] {
    const items = isSeq(node) ? (node.items as Node[]) : node ? [node] : []
    return items.flatMap((item) => {
      const value = this.text(item, what)
      return value === undefined ? [] : [[value, item] as [string, Node]]
    })
  }
}

function readType(
  file: SchemaFile,
  name: string,
  node: Node | null,
): { type: EntityType; is: [string, Node][] } {
  let label = name.toLowerCase()
  let color = '#888888'
  let is: [string, Node][] = []
  const heads: string[] = []
  for (const [key, value] of file.entries(node, `The type ${name}`, typeKeys)) {
    if (key === 'label') label = file.text(value, `The label of ${name}`) ?? label
    if (key === 'is') is = file.list(value, `"is" of ${name}`)
    if (key === 'heads')
      heads.push(...file.list(value, `The heads of ${name}`).flatMap(([words]) => words.split(/\s+/)))
    if (key === 'color') {
      const text = file.text(value, `The color of ${name}`)
      if (text && /^#[0-9a-f]{6}$/.test(text)) color = text
      else if (text)
        file.report('schema-invalid-value', `"${text}" is not a color`, value, 'Write it as "#1b9e77".')
    }
  }
  return { type: { name, label, ancestors: [], color, heads }, is }
}

function readExamples(file: SchemaFile, name: string, node: Node | null): SchemaExample[] {
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

interface RelationReading {
  readonly relation: RelationType
  readonly typeNames: readonly [string, Node][]
}

function readRelation(file: SchemaFile, name: string, node: Node | null): RelationReading {
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
    } else if (key === 'mappings')
      relation.mappings = Object.fromEntries(
        file
          .entries(value, `The mappings of ${name}`)
          .map(([k, v]) => [k, file.text(v, `The mapping ${k}`) ?? '']),
      )
    else if (key === 'examples') relation.examples = readExamples(file, name, value)
    else
      for (const [text, item] of file.list(value, `A phrase of ${name}`)) {
        const parsed = parsePhrase(phraseKinds[key as keyof typeof phraseKinds], text)
        if ('phrase' in parsed) phrases.push(parsed.phrase)
        else
          file.report(
            'schema-invalid-value',
            `The phrase "${text}" of ${name} cannot be used: ${parsed.error}`,
            item,
            'See docs/schema.md.',
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
      mappings: {},
      ...relation,
      phrases,
    },
  }
}

/** Nearest first, each once; a cycle ends the walk. */
function ancestorsOf(name: string, parents: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const queue = [...(parents.get(name) ?? [])]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (found.includes(next) || next === name) continue
    found.push(next)
    queue.push(...(parents.get(next) ?? []))
  }
  return found
}

/**
 * Checks schema files and compiles them into one schema. A later file adds types and relations, and
 * phrases to relations that an earlier one has; it cannot change what stands there otherwise.
 */
export function compileSchema(sources: readonly SchemaSource[]): CompiledSchema {
  const types = new Map<string, EntityType>()
  const relations = new Map<string, RelationType>()
  const titles = new Map<string, Title>()
  const parents = new Map<string, readonly string[]>()
  const files: { name: string; version: string; hash: string }[] = []
  const toCheck: [SchemaFile, string, Node][] = []
  const problems: Problem[] = []
  for (const source of sources) {
    const file = new SchemaFile(source)
    let name = source.file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '')
    let version = '1'
    for (const [key, value] of file.entries(file.root, 'A schema file', fileKeys)) {
      if (key === 'name') name = file.text(value, 'The name') ?? name
      if (key === 'version') version = file.text(value, 'The version') ?? version
      if (key === 'titles')
        for (const [title, gender] of file.entries(value, '"titles"')) {
          const told = gender && isScalar(gender) ? gender.value : null
          if (told === 'feminine' || told === 'masculine') titles.set(title, { name: title, gender: told })
          else titles.set(title, { name: title })
        }
      if (key === 'types')
        for (const [type, node] of file.entries(value, '"types"')) {
          const read = readType(file, type, node)
          const earlier = types.get(type)
          types.set(type, earlier ? { ...earlier, heads: [...earlier.heads, ...read.type.heads] } : read.type)
          if (read.is.length > 0)
            parents.set(
              type,
              read.is.map(([parent]) => parent),
            )
          for (const [parent, at] of read.is) toCheck.push([file, parent, at])
        }
      if (key === 'relations')
        for (const [relation, node, at] of file.entries(value, '"relations"')) {
          if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(relation))
            file.report(
              'schema-invalid-value',
              `"${relation}" is not a relation name`,
              at,
              'Use small letters and hyphens: "resigned-from".',
            )
          const read = readRelation(file, relation, node)
          for (const [type, where] of read.typeNames) toCheck.push([file, type, where])
          const earlier = relations.get(relation)
          if (!earlier) relations.set(relation, read.relation)
          else {
            const { phrases, examples } = read.relation
            relations.set(relation, {
              ...earlier,
              phrases: [...earlier.phrases, ...phrases],
              examples: [...earlier.examples, ...examples],
            })
          }
        }
    }
    files.push({ name, version, hash: source.hash })
    problems.push(...file.problems)
    file.problems.length = 0
  }
  for (const [file, type, at] of toCheck) {
    if (types.has(type)) continue
    const meant = closest(type, types.keys())
    file.report(
      'schema-unknown-type',
      `There is no entity type "${type}"`,
      at,
      meant ? `Did you mean "${meant}"?` : 'Add it under "types".',
    )
    problems.push(...file.problems.splice(0))
  }
  for (const [name, type] of types) types.set(name, { ...type, ancestors: ancestorsOf(name, parents) })
  return { schema: { files, types, relations, titles }, problems }
}
