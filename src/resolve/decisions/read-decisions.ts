import { isMap, isScalar, isSeq, type Node } from 'yaml'
import {
  type Decision,
  type DecisionKind,
  decisionKinds,
  type EntityRef,
  type MentionRef,
  type PlacedDecision,
  type Problem,
  type RelationRef,
  type Signature,
} from '../../model/index.ts'
import { closest } from '../../schema/closest.ts'
import { type DecisionFile, openDecisionFile } from './decision-file.ts'

/** The decisions of a file, with what is wrong in it; with an error among the problems they must not be used. */
export interface DecisionReading {
  readonly decisions: readonly PlacedDecision[]
  readonly problems: readonly Problem[]
}

const signatureKeys = ['by', 'when', 'because']
/** What may stand beside the key of each kind. */
const keysOf: Readonly<Record<DecisionKind, readonly string[]>> = {
  merge: ['as'],
  split: ['mentions', 'as'],
  'keep-apart': [],
  rename: ['to'],
  retype: ['to'],
  reject: [],
  confirm: [],
  note: ['on'],
}

/** The node of a field that must be there; reports it where it is not. */
function needed(
  file: DecisionFile,
  fields: ReadonlyMap<string, Node | null>,
  key: string,
  owner: Node | null | undefined,
  what: string,
): Node | null | undefined {
  const node = fields.get(key)
  if (!fields.has(key)) file.report(`${what} has no "${key}"`, owner, `Add "${key}: ...".`)
  return node
}

/** The text of a field that must be there. */
function neededText(
  file: DecisionFile,
  fields: ReadonlyMap<string, Node | null>,
  key: string,
  owner: Node | null | undefined,
  what: string,
): string | undefined {
  const node = needed(file, fields, key, owner, what)
  return node === undefined ? undefined : file.text(node, `"${key}"`)
}

function readMention(file: DecisionFile, node: Node | null | undefined): MentionRef | undefined {
  const fields = file.fields(node, 'A mention', ['document', 'quote', 'nth'])
  if (fields.size === 0) return undefined
  const document = neededText(file, fields, 'document', node, 'A mention')
  const quote = neededText(file, fields, 'quote', node, 'A mention')
  const nth = fields.get('nth')
  let place: number | undefined
  if (nth) {
    if (isScalar(nth) && Number.isSafeInteger(nth.value) && (nth.value as number) > 0)
      place = nth.value as number
    else file.report('"nth" must be a whole number from 1', nth, 'Leave it out for the first place.')
  }
  if (document === undefined || quote === undefined) return undefined
  return { document, quote, ...(place === undefined ? {} : { nth: place }) }
}

function readEntity(file: DecisionFile, node: Node | null | undefined, what: string): EntityRef | undefined {
  if (!isMap(node)) return file.text(node, what)
  if (node.has('document') || node.has('quote')) return readMention(file, node)
  const fields = file.fields(node, what, ['name', 'type'])
  const name = neededText(file, fields, 'name', node, what)
  const type = fields.get('type')
  const typeName = type ? file.text(type, 'The type of an entity') : undefined
  if (name === undefined) return undefined
  return { name, ...(typeName === undefined ? {} : { type: typeName }) }
}

function readRelation(file: DecisionFile, node: Node | null | undefined): RelationRef | undefined {
  const fields = file.fields(node, 'A relation', ['subject', 'relation', 'object', 'polarity'])
  if (fields.size === 0) return undefined
  const end = (key: 'subject' | 'object'): EntityRef | undefined => {
    const at = needed(file, fields, key, node, 'A relation')
    return at === undefined ? undefined : readEntity(file, at, `The ${key}`)
  }
  const subject = end('subject')
  const relation = neededText(file, fields, 'relation', node, 'A relation')
  const object = end('object')
  const polarity = fields.get('polarity')
  let sign: RelationRef['polarity']
  if (polarity) {
    const written = isScalar(polarity) ? polarity.value : undefined
    if (written === 'positive' || written === 'negative') sign = written
    else file.report('"polarity" must be positive or negative', polarity, 'Leave it out for positive.')
  }
  if (subject === undefined || relation === undefined || object === undefined) return undefined
  return { subject, relation, object, ...(sign ? { polarity: sign } : {}) }
}

const readTarget = (
  file: DecisionFile,
  node: Node | null | undefined,
): RelationRef | EntityRef | undefined =>
  isMap(node) && ['subject', 'relation', 'object'].some((key) => node.has(key))
    ? readRelation(file, node)
    : readEntity(file, node, 'An entity')

function readEntities(file: DecisionFile, node: Node | null | undefined, kind: string): EntityRef[] {
  const items = file.items(node, `"${kind}"`)
  const refs = items.flatMap((item) => readEntity(file, item, 'An entity') ?? [])
  if (isSeq(node) && items.length < 2)
    file.report(
      `"${kind}" needs two entities or more`,
      node,
      items.length === 1 ? 'Name the other one.' : 'Name them.',
    )
  return refs
}

function readSignature(file: DecisionFile, fields: ReadonlyMap<string, Node | null>): Signature {
  const signature: { -readonly [K in keyof Signature]: Signature[K] } = {}
  for (const key of ['by', 'when', 'because'] as const) {
    const node = fields.get(key)
    const text = node === undefined ? undefined : file.text(node, `"${key}"`)
    if (text !== undefined) signature[key] = text
  }
  return signature
}

/** The decision of an item whose kind is known; undefined where something it needs is missing or wrong. */
function readDecision(
  file: DecisionFile,
  kind: DecisionKind,
  fields: ReadonlyMap<string, Node | null>,
  item: Node,
): Decision | undefined {
  const node = fields.get(kind)
  const more = readSignature(file, fields)
  const optional = (key: string): string | undefined =>
    fields.has(key) ? file.text(fields.get(key), `"${key}"`) : undefined
  const label = optional('as')
  const as = label === undefined ? {} : { as: label }
  const to =
    kind === 'rename' || kind === 'retype' ? neededText(file, fields, 'to', item, `This ${kind}`) : undefined
  if (kind === 'merge' || kind === 'keep-apart') {
    const entities = readEntities(file, node, kind)
    if (entities.length < 2) return undefined
    return kind === 'merge' ? { merge: entities, ...as, ...more } : { 'keep-apart': entities, ...more }
  }
  if (kind === 'split') {
    const split = readEntity(file, node, 'The entity to split')
    const list = needed(file, fields, 'mentions', item, 'This split')
    const items = list === undefined ? [] : file.items(list, '"mentions"')
    if (isSeq(list) && items.length === 0)
      file.report('"mentions" needs a mention or more', list, 'Name those that are another entity.')
    const mentions = items.flatMap((mention) => readMention(file, mention) ?? [])
    return split === undefined || mentions.length === 0 ? undefined : { split, mentions, ...as, ...more }
  }
  if (kind === 'confirm') {
    const confirm = readRelation(file, node)
    return confirm && { confirm, ...more }
  }
  if (kind === 'note') {
    const note = file.text(node, 'The text of a note')
    const at = needed(file, fields, 'on', item, 'This note')
    const on = at === undefined ? undefined : readTarget(file, at)
    return note === undefined || on === undefined ? undefined : { note, on, ...more }
  }
  if (kind === 'reject') {
    const reject = readTarget(file, node)
    return reject === undefined ? undefined : { reject, ...more }
  }
  const entity = readEntity(file, node, `The entity to ${kind}`)
  if (entity === undefined || to === undefined) return undefined
  return kind === 'rename' ? { rename: entity, to, ...more } : { retype: entity, to, ...more }
}

/**
 * Reads decisions.yaml, in the order of the file; docs/decisions.md has the grammar. Every fault becomes a
 * problem with line and column.
 */
export function readDecisions(text: string, name: string): DecisionReading {
  const file = openDecisionFile(text, name)
  if (file.root === null) return { decisions: [], problems: file.problems }
  const top = file.fields(file.root, 'A decisions file', ['decisions'])
  const list = top.get('decisions')
  // "decisions:" with nothing below it, as undo leaves it.
  const items = !list || (isScalar(list) && list.value === null) ? [] : file.items(list, '"decisions"')
  const decisions: PlacedDecision[] = []
  for (const [index, item] of items.entries()) {
    const kinds = isMap(item) ? decisionKinds.filter((kind) => item.has(kind)) : []
    const [kind] = kinds
    if (kind === undefined || kinds.length > 1) {
      const key = isMap(item) && isScalar(item.items[0]?.key) ? String(item.items[0].key.value) : ''
      const meant = closest(key, decisionKinds)
      const hint =
        meant && kinds.length === 0 ? `Did you mean "${meant}"?` : `One of: ${decisionKinds.join(', ')}.`
      const what =
        kinds.length > 1 ? `has ${kinds.map((k) => `"${k}"`).join(' and ')}` : 'has no kind that is known'
      file.report(`Decision ${index + 1} ${what}`, item, hint)
      continue
    }
    const fields = file.fields(item, `Decision ${index + 1} (${kind})`, [
      kind,
      ...keysOf[kind],
      ...signatureKeys,
    ])
    const decision = readDecision(file, kind, fields, item)
    if (decision) decisions.push({ decision, number: index + 1, file: name, ...file.placeOf(item) })
  }
  return { decisions, problems: file.problems }
}
