import type { OpenedGraph, RedthreadGraph } from '../graph/index.ts'
import { rangeOf, type TimeRange } from '../model/index.ts'
import { choiceHint } from '../schema/closest.ts'
import { foldText } from './fold-text.ts'
import { indexOf, madeOnce } from './graph-index.ts'
import { QueryError } from './query-error.ts'

const isoDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** The range of a date of an option. Throws a QueryError for what is no ISO 8601 date. */
export function checkedDate(option: string, value: string | undefined): TimeRange | undefined {
  if (value === undefined) return undefined
  if (!isoDate.test(value))
    throw new QueryError(
      'value-unknown',
      `"${value}" is not a date ("${option}").`,
      'Write 2020, 2020-03 or 2020-03-15.',
    )
  return rangeOf(value)
}

/** Choices that are listed where none is close. */
const mostListed = 20

/** One of the choices, whatever its case. Throws a QueryError with what may have been meant. */
export function checkedChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase())
  if (found !== undefined) return found
  throw new QueryError(
    'value-unknown',
    `There is no ${option} "${value}" here.`,
    choiceHint(value, choices, mostListed),
  )
}

/** The relation names that the given names, labels and beginnings stand for. */
export function relationNames(source: OpenedGraph, asked: readonly string[]): Set<string> {
  const { relations } = indexOf(source.graph)
  const found = new Set<string>()
  for (const word of asked) {
    const before = found.size
    const start = word.endsWith('*') ? word.slice(0, -1) : undefined
    for (const [name, label] of relations)
      if (
        start === undefined
          ? name === word || foldText(label) === foldText(word) || foldText(name) === foldText(word)
          : name.startsWith(start)
      )
        found.add(name)
    if (found.size === before) found.add(checkedChoice('relation', word, [...relations.keys()].sort()))
  }
  return found
}

/** The given entity types in the spelling of the graph. Throws a QueryError for one that it does not have. */
export function checkedTypes(
  { graph }: OpenedGraph,
  asked: readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  if (!asked?.length) return undefined
  const all = [...typeNodes(graph).keys()].sort()
  return new Set(asked.map((type) => checkedChoice('entity type', type, all)))
}

/** A mark for every node of a type, by its number. */
export const typeNodes: (graph: RedthreadGraph) => ReadonlyMap<string, Uint8Array> = madeOnce(
  (graph, { keys }) => {
    const marks = new Map<string, Uint8Array>()
    for (const [number, key] of keys.entries()) {
      const type = graph.getNodeAttribute(key, 'type')
      let list = marks.get(type)
      if (!list) {
        list = new Uint8Array(keys.length)
        marks.set(type, list)
      }
      list[number] = 1
    }
    return marks
  },
)
