import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { Problem } from '../../model/index.ts'
import { closest } from '../../schema/closest.ts'

/** Reads nodes of one decisions file; what is wrong is kept with its place. */
export interface DecisionFile {
  readonly root: Node | null
  readonly problems: readonly Problem[]
  report(message: string, at: Node | null | undefined, hint: string): void
  /** Line and column of a node, from 1. */
  placeOf(node: Node | null | undefined): { line: number; column: number }
  /** The values of a map by key; a key that is not known is reported with the one that was meant. */
  fields(node: Node | null | undefined, what: string, keys: readonly string[]): Map<string, Node | null>
  items(node: Node | null | undefined, what: string): readonly Node[]
  /** A text that is not empty; a number or a date is taken as it is written. */
  text(node: Node | null | undefined, what: string): string | undefined
}

/** Parses a decisions file. `file` is its name in messages. */
export function openDecisionFile(text: string, file: string): DecisionFile {
  const lines = new LineCounter()
  const problems: Problem[] = []
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const placeAt = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const placeOf = (node: Node | null | undefined): { line: number; column: number } =>
    placeAt(node?.range?.[0] ?? 0)
  const report = (message: string, at: Node | null | undefined, hint: string): void => {
    problems.push({ severity: 'error', code: 'decision-invalid', message, hint, file, ...placeOf(at) })
  }
  for (const error of document.errors)
    problems.push({
      severity: 'error',
      code: 'decision-invalid',
      message: `This is not valid YAML: ${error.message}`,
      hint: 'Mend the line named here.',
      file,
      ...placeAt(error.pos[0]),
    })
  return {
    root: document.errors.length > 0 ? null : (document.contents as Node | null),
    problems,
    report,
    placeOf,
    fields(node, what, keys) {
      const found = new Map<string, Node | null>()
      if (!isMap(node)) {
        report(`${what} must be a map`, node, 'Write it as "key: value", or in braces: { key: value }.')
        return found
      }
      for (const pair of node.items as Pair<Node, Node | null>[]) {
        const key = isScalar(pair.key) ? String(pair.key.value) : ''
        if (keys.includes(key)) found.set(key, pair.value)
        else {
          const meant = closest(key, keys)
          report(
            `${what} has no key "${key}"`,
            pair.key,
            meant ? `Did you mean "${meant}"?` : `Known keys: ${keys.join(', ')}.`,
          )
        }
      }
      return found
    },
    items(node, what) {
      if (isSeq(node)) return node.items as Node[]
      report(`${what} must be a list`, node, 'Write it with a hyphen a line, or in brackets: [one, another].')
      return []
    },
    text(node, what) {
      if (isScalar(node) && node.value !== null && typeof node.value !== 'boolean') {
        const written = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
        if (written.trim() !== '') return written
      }
      report(
        `${what} must be text`,
        node,
        'Put it after the colon; in quotes if it has signs that YAML uses.',
      )
      return undefined
    },
  }
}
