import type { Node } from 'yaml'
import type { Rule, RuleStep, SchemaExample } from '../model/index.ts'
import { readExamples } from './read-declarations.ts'
import type { SchemaFile } from './schema-file.ts'

const ruleKeys = ['label', 'if', 'then', 'types', 'examples']

/** A rule, if it can be used, with the names it takes from the rest of the schema, for checking at the end. */
export interface RuleReading {
  readonly rule?: Rule
  readonly typeNames: readonly [string, Node][]
  readonly relationNames: readonly [string, Node][]
}

/** `X published Y`: two variables with a relation between them. */
function readStep(file: SchemaFile, rule: string, text: string, at: Node): RuleStep | undefined {
  const [subject, relation, object, ...more] = text.trim().split(/\s+/)
  const isVariable = (word: string | undefined): boolean => /^[A-Z][A-Za-z0-9]*$/.test(word ?? '')
  if (subject && relation && object && more.length === 0 && isVariable(subject) && isVariable(object))
    return { subject, relation, object }
  file.report(
    'schema-invalid-value',
    `"${text}" of the rule ${rule} cannot be read`,
    at,
    'Write two variables with a relation between them: "X published Y".',
  )
  return undefined
}

/** Whether every step shares a variable with those before it: a path, not two things side by side. */
function isConnected(steps: readonly RuleStep[]): boolean {
  const seen = new Set<string>()
  return steps.every(({ subject, object }, index) => {
    const joined = index === 0 || seen.has(subject) || seen.has(object)
    seen.add(subject).add(object)
    return joined
  })
}

/** Reads one rule; docs/schema.md explains the keys. */
export function readRule(file: SchemaFile, name: string, node: Node | null, at: Node): RuleReading {
  let label: string | undefined
  let written: [string, Node][] = []
  let then: [string, Node] | undefined
  let examples: SchemaExample[] = []
  const types: Record<string, readonly string[]> = {}
  const typePlaces: [string, Node][] = []
  const typeNames: [string, Node][] = []
  for (const [key, value, keyNode] of file.entries(node, `The rule ${name}`, ruleKeys)) {
    if (key === 'label') label = file.text(value, `The label of ${name}`)
    if (key === 'if') written = file.list(value, `"if" of ${name}`)
    if (key === 'then') {
      const text = file.text(value, `"then" of ${name}`)
      if (text !== undefined) then = [text, value ?? keyNode]
    }
    if (key === 'examples') examples = readExamples(file, name, value)
    if (key === 'types')
      for (const [variable, list, place] of file.entries(value, `"types" of ${name}`)) {
        const names = file.list(list, `The types of ${variable}`)
        typeNames.push(...names)
        typePlaces.push([variable, place])
        types[variable] = names.map(([type]) => type)
      }
  }
  const steps = written.flatMap(([text, place]) => readStep(file, name, text, place) ?? [])
  const conclusion = then && readStep(file, name, ...then)
  const relationNames: [string, Node][] = []
  for (const [text, place] of [...written, ...(then ? [then] : [])]) {
    const relation = text.trim().split(/\s+/)[1]
    if (relation !== undefined) relationNames.push([relation, place])
  }
  const missing = written.length < 2 ? '"if" with two relations or more' : then ? undefined : '"then"'
  if (missing !== undefined)
    file.report(
      'schema-invalid-value',
      `The rule ${name} needs ${missing}`,
      at,
      'See "Rules" in docs/schema.md.',
    )
  if (missing !== undefined || !then || !conclusion || steps.length !== written.length)
    return { typeNames, relationNames }
  const variables = new Set(steps.flatMap(({ subject, object }) => [subject, object]))
  const unbound: [string, Node][] = [
    ...[conclusion.subject, conclusion.object].map((variable): [string, Node] => [variable, then[1]]),
    ...typePlaces,
  ]
  for (const [variable, place] of unbound)
    if (!variables.has(variable))
      file.report(
        'schema-invalid-value',
        `The variable ${variable} of the rule ${name} does not stand in its "if"`,
        place,
        `Use one of ${[...variables].join(', ')}.`,
      )
  if (!isConnected(steps))
    file.report(
      'schema-invalid-value',
      `The relations in "if" of ${name} do not hang together`,
      written[0]![1],
      'Each must share a variable with those before it.',
    )
  return {
    rule: { name, ...(label === undefined ? {} : { label }), steps, conclusion, types, examples },
    typeNames,
    relationNames,
  }
}
