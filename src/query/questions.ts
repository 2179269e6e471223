import type { OpenedGraph } from '../graph/index.ts'
import type { Answer } from './answer.ts'
import { contradictions } from './contradictions.ts'
import { entities } from './entities.ts'
import { evidence } from './evidence.ts'
import { neighbours } from './neighbours.ts'
import { filterParameters, type Given, nameParameter, otherParameters, type Parameter } from './parameters.ts'
import { path } from './path.ts'
import { relations } from './relations.ts'
import { search } from './search.ts'
import { show } from './show.ts'
import { stats } from './stats.ts'
import { timeline } from './timeline.ts'
import { why } from './why.ts'

/** The name of a shape of the answer model; see `answerSchemas`. */
export type ItemName =
  | 'Entity'
  | 'EntityCard'
  | 'Relation'
  | 'EvidenceItem'
  | 'Path'
  | 'Neighbour'
  | 'TimelineEntry'
  | 'Hit'
  | 'Contradiction'
  | 'Figure'
  | 'Why'

/** One question: what the command line, HTTP and MCP ask alike. */
export interface Question {
  readonly name: string
  readonly says: string
  /** What it cannot do without; on the command line its arguments, in this order. */
  readonly required: readonly Parameter[]
  /** What it takes as an argument on the command line but can do without. */
  readonly optional?: Parameter
  readonly parameters: readonly Parameter[]
  /** The shape of its items. */
  readonly item: ItemName
  answer(source: OpenedGraph, given: Given): Answer<unknown>
}

const {
  limit,
  count,
  maxSteps,
  undated,
  evidence: withEvidence,
  maxEvidence,
  key,
  document,
} = otherParameters
const rows = [withEvidence, maxEvidence]
const filtersBut = (...names: readonly string[]): readonly Parameter[] =>
  filterParameters.filter(({ name }) => !names.includes(name))
const filter = (name: string): Parameter => filterParameters.find((one) => one.name === name)!
const words: Parameter = {
  name: 'words',
  kind: 'text',
  value: 'words',
  says: 'words, or beginnings of words, that must all be there',
}

/** Every question, in the order of the help. */
export const questions: readonly Question[] = [
  {
    name: 'relations',
    says: 'the relations that pass the filters, best attested first',
    required: [],
    parameters: [...filterParameters, limit, ...rows],
    item: 'Relation',
    answer: relations,
  },
  {
    name: 'entities',
    says: 'the entities, the most central first',
    required: [],
    optional: nameParameter('name', 'only entities of this name'),
    parameters: [filter('type'), limit],
    item: 'Entity',
    answer: entities,
  },
  {
    name: 'show',
    says: 'one entity: its names, documents and relations',
    required: [nameParameter('name', 'the entity: a name or key')],
    parameters: [limit, ...rows],
    item: 'EntityCard',
    answer: (source, given) => show(source, given.name!, given),
  },
  {
    name: 'path',
    says: 'the shortest ways from one entity to another',
    required: [
      nameParameter('from', 'where the path begins: a name or key'),
      nameParameter('to', 'where it ends: a name or key'),
    ],
    parameters: [count, maxSteps, ...rows],
    item: 'Path',
    answer: (source, given) => path(source, given.from!, given.to!, given),
  },
  {
    name: 'neighbours',
    says: 'the entities one step away',
    required: [nameParameter('name', 'the entity: a name or key')],
    parameters: [...filtersBut('subject', 'object', 'about'), limit, ...rows],
    item: 'Neighbour',
    answer: (source, { name, ...options }) => neighbours(source, name!, options),
  },
  {
    name: 'timeline',
    says: 'what is told, of one entity or of all, in the order of time',
    required: [],
    optional: nameParameter('name', 'the entity: a name or key'),
    parameters: [...filtersBut('about'), undated, limit, ...rows],
    item: 'TimelineEntry',
    answer: (source, { name, ...options }) => timeline(source, name, options),
  },
  {
    name: 'search',
    says: 'entities and passages that have all of the words',
    required: [words],
    parameters: [limit],
    item: 'Hit',
    answer: (source, given) => search(source, given.words!, given),
  },
  {
    name: 'contradictions',
    says: 'relations that cannot all hold',
    required: [],
    parameters: [filter('about'), limit, ...rows],
    item: 'Contradiction',
    answer: contradictions,
  },
  {
    name: 'evidence',
    says: 'the passages that are evidence of relations, with what was read from each',
    required: [],
    parameters: [key, document, ...filterParameters, limit],
    item: 'EvidenceItem',
    answer: evidence,
  },
  {
    name: 'why',
    says: 'what connects two entities, or why two names are one entity or two',
    required: [
      nameParameter('from', 'one entity: a name or key'),
      nameParameter('to', 'the other: a name or key'),
    ],
    parameters: rows,
    item: 'Why',
    answer: (source, given) => why(source, given.from!, given.to!, given),
  },
  {
    name: 'stats',
    says: 'what is in the graph, in numbers',
    required: [],
    parameters: [limit],
    item: 'Figure',
    answer: stats,
  },
]

/** All parameters of a question: what it must have first. */
export const parametersOf = ({ required, optional, parameters }: Question): readonly Parameter[] => [
  ...required,
  ...(optional ? [optional] : []),
  ...parameters,
]
