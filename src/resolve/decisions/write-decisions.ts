import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLSeq,
  Document as YamlDocument,
} from 'yaml'
import { type Decision, decisionKind } from '../../model/index.ts'
import { readDecisions } from './read-decisions.ts'

const heading =
  '# What people decided about this graph; every build replays it. docs/decisions.md explains each kind.\n'

/** The keys of a decision in the order in which they are written: its kind first, who and why last. */
const order = ['mentions', 'on', 'to', 'as', 'by', 'when', 'because']

function record(decision: Decision): [string, unknown][] {
  const kind = decisionKind(decision)
  const rest = Object.entries(decision).filter(([key]) => key !== kind)
  rest.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return [[kind, (decision as unknown as Record<string, unknown>)[kind]], ...rest]
}

/** YAML of a value on one line: in braces and brackets, texts in quotes where they need them. */
function oneLine(value: unknown): string {
  const document = new YamlDocument(value, { aliasDuplicateObjects: false })
  const { contents } = document
  if (isMap(contents) || isSeq(contents)) contents.flow = true
  const text = document.toString({ lineWidth: 0, blockQuote: false, flowCollectionPadding: false })
  return text.trim()
}

/** A reference in braces with room in it, a list of them in brackets, a text as it is. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) {
    // JSON is YAML, and keeps line ends on one line.
    if (typeof value === 'string' && /[\n\r]/.test(value)) return JSON.stringify(value)
    // Inside a list of its own, so that commas and brackets get quotes.
    return oneLine([value]).slice(1, -1)
  }
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${inline(part)}`)
    .join(', ')} }`
}

/** A decision on one line, as it could stand in the file in braces. */
export const decisionText = (decision: Decision): string =>
  record(decision)
    .map(([key, value]) => `${key}: ${inline(value)}`)
    .join(', ')

/** A decision as an item of a block list: each key on a line, the mentions of a split a line each. */
function itemText(decision: Decision, indent: string): string {
  const lines = record(decision).flatMap(([key, value]) =>
    key === 'mentions' && Array.isArray(value)
      ? [`${key}:`, ...value.map((mention) => `  - ${inline(mention)}`)]
      : [`${key}: ${inline(value)}`],
  )
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}\n`).join('')
}

interface OpenList {
  readonly list: YAMLSeq<Node>
  /** Whether each item begins a line of its own. */
  readonly block: boolean
}

function openList(text: string): OpenList | undefined {
  const list = parseDocument(text).get('decisions', true)
  if (!isSeq(list) || list.items.length === 0) return undefined
  return { list: list as YAMLSeq<Node>, block: list.flow !== true }
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
const lineEnd = (text: string, at: number): number => {
  // The end of a block text is already the start of the next line.
  const end = text[at - 1] === '\n' ? at - 1 : text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** Whatever the order of the keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const same = (text: string, decisions: readonly Decision[]): boolean => {
  const read = readDecisions(text, '')
  return (
    read.problems.length === 0 && canonical(read.decisions.map((d) => d.decision)) === canonical(decisions)
  )
}

/** The file written anew with these decisions: comments stay, but spaces may change. */
function rewritten(text: string, change: (list: YAMLSeq) => void): string {
  const document = parseDocument(text)
  change(document.get('decisions', true) as YAMLSeq)
  return document.toString({ lineWidth: 0 })
}

/**
 * The text of a decisions file with one decision more, at the end; all that stands there stays as it is. The
 * file must be free of errors. An empty one gets a line that says what it is.
 */
export function appendDecision(text: string, decision: Decision): string {
  const open = openList(text)
  if (!open) {
    const kept = text.replace(/^decisions:.*$/m, '').trimEnd()
    return `${kept === '' ? heading : `${kept}\n`}\ndecisions:\n${itemText(decision, '  ')}`
  }
  const before = readDecisions(text, '').decisions.map((d) => d.decision)
  const wanted = [...before, decision]
  const last = open.list.items.at(-1)!
  if (open.block) {
    const indent = /^[ \t]*/.exec(text.slice(lineStart(text, open.list.range![0])))![0]
    const at = lineEnd(text, last.range![1])
    const head = text.slice(0, at)
    const spliced = `${head}${head.endsWith('\n') ? '' : '\n'}${itemText(decision, indent)}${text.slice(at)}`
    if (same(spliced, wanted)) return spliced
  }
  return rewritten(text, (list) => list.add(Object.fromEntries(record(decision))))
}

/** The text of a decisions file without one of its decisions (`number` from 1). */
export function removeDecision(text: string, number: number): string {
  const open = openList(text)
  const item = open?.list.items[number - 1]
  if (!open || !item) return text
  const wanted = readDecisions(text, '')
    .decisions.map((d) => d.decision)
    .filter((_, index) => index !== number - 1)
  if (open.block && !isScalar(item)) {
    const spliced = text.slice(0, lineStart(text, item.range![0])) + text.slice(lineEnd(text, item.range![1]))
    if (same(spliced, wanted)) return spliced
  }
  return rewritten(text, (list) => list.delete(number - 1))
}
