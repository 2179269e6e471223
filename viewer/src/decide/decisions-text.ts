import { type Decision, decisionKind } from '../../../src/model/decision.ts'

const heading = '# What people decided about this graph; every build replays it.\n'

/** A decision as an item of decisions.yaml. Values are JSON, which YAML reads as it is. */
function itemOf(decision: Decision, indent: string): string {
  const kind = decisionKind(decision)
  const entries = Object.entries(decision).filter(([, value]) => value !== undefined)
  const ordered = [...entries.filter(([key]) => key === kind), ...entries.filter(([key]) => key !== kind)]
  return ordered
    .map(([key, value], place) => `${indent}${place === 0 ? '- ' : '  '}${key}: ${JSON.stringify(value)}\n`)
    .join('')
}

/**
 * The text of a decisions.yaml with more decisions at its end. `text` is what stands there already, in the form in
 * which it is written by the page or by `redthread decide`: one list, an item a line or more.
 */
export function withDecisions(text: string, decisions: readonly Decision[]): string {
  const indent = /^([ \t]*)- /m.exec(text)?.[1] ?? '  '
  const items = decisions.map((decision) => itemOf(decision, indent)).join('')
  if (/^[ \t]*- /m.test(text)) return `${text.replace(/\n*$/, '\n')}${items}`
  const rest = text.replace(/^decisions:.*\n?/m, '')
  return `${rest.trim() === '' ? heading : rest.replace(/\n*$/, '\n')}decisions:\n${items}`
}
