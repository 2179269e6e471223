import { isScalar, type Node } from 'yaml'
import type { EntityType, Problem, RelationType, Rule, Schema, Title } from '../model/index.ts'
import { closest } from './closest.ts'
import { readRelation, readType } from './read-declarations.ts'
import { readRule } from './read-rule.ts'
import { SchemaFile, type SchemaSource } from './schema-file.ts'

/** A schema with what is wrong in its files; with an error among the problems it must not be used. */
export interface CompiledSchema {
  readonly schema: Schema
  readonly problems: readonly Problem[]
}

const fileKeys = ['name', 'version', 'types', 'titles', 'relations', 'rules']

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
  const rules = new Map<string, Rule>()
  const typesNamed: [SchemaFile, string, Node][] = []
  const relationsNamed: [SchemaFile, string, Node][] = []
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
          for (const [parent, at] of read.is) typesNamed.push([file, parent, at])
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
          for (const [type, where] of read.typeNames) typesNamed.push([file, type, where])
          const earlier = relations.get(relation)
          if (!earlier) relations.set(relation, read.relation)
          else {
            const { phrases, examples, counterexamples } = read.relation
            relations.set(relation, {
              ...earlier,
              phrases: [...earlier.phrases, ...phrases],
              examples: [...earlier.examples, ...examples],
              counterexamples: [...earlier.counterexamples, ...counterexamples],
            })
          }
        }
      if (key === 'rules')
        for (const [rule, node, at] of file.entries(value, '"rules"')) {
          if (rules.has(rule))
            file.report(
              'schema-duplicate',
              `There is a rule "${rule}" already`,
              at,
              'Give this one another name.',
            )
          const read = readRule(file, rule, node, at)
          for (const [type, where] of read.typeNames) typesNamed.push([file, type, where])
          for (const [relation, where] of read.relationNames) relationsNamed.push([file, relation, where])
          if (read.rule) rules.set(rule, read.rule)
        }
    }
    files.push({ name, version, hash: source.hash })
    problems.push(...file.problems)
    file.problems.length = 0
  }
  for (const [named, known, code, what, key] of [
    [typesNamed, types, 'schema-unknown-type', 'entity type', 'types'],
    [relationsNamed, relations, 'schema-invalid-value', 'relation', 'relations'],
  ] as const)
    for (const [file, name, at] of named) {
      if (known.has(name)) continue
      const meant = closest(name, known.keys())
      file.report(
        code,
        `There is no ${what} "${name}"`,
        at,
        meant ? `Did you mean "${meant}"?` : `Add it under "${key}".`,
      )
      problems.push(...file.problems.splice(0))
    }
  for (const [name, type] of types) types.set(name, { ...type, ancestors: ancestorsOf(name, parents) })
  return { schema: { files, types, relations, titles, rules }, problems }
}
