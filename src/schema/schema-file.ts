import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Problem, ProblemCode } from '../model/index.ts'
import { closest } from './closest.ts'

/** A schema file as read: its name for messages, its text, and the hash of its bytes. */
export interface SchemaSource {
  readonly file: string
  readonly text: string
  readonly hash: string
}

/** One file being read: turns nodes into values and keeps the problems with their positions. */
export class SchemaFile {
  readonly source: SchemaSource
  readonly lines: LineCounter = new LineCounter()
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
