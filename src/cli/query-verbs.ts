import type { OpenedGraph } from '../graph/index.ts'
import {
  type Answer,
  contradictions,
  neighbours,
  path,
  relations,
  search,
  show,
  stats,
  timeline,
  why,
} from '../query/index.ts'
import {
  type Cell,
  cardCells,
  contradictionCells,
  figureCells,
  hitCells,
  neighbourCells,
  pathCells,
  relationCells,
  timelineCells,
  whyCells,
} from './answer-cells.ts'
import {
  cardText,
  contradictionText,
  figureText,
  hitText,
  neighbourText,
  pathText,
  relationText,
  timelineText,
  whyText,
} from './answer-text.ts'
import { type FilterOptions, filterNames } from './filter-options.ts'

/** The options of a question beside the filter, and the filter itself. */
export interface QueryOptions {
  readonly filter: FilterOptions
  readonly limit?: number
  readonly count?: number
  readonly maxSteps?: number
  readonly undated?: boolean
  readonly evidence?: boolean
}

/** One question that `redthread query` answers. */
export interface QueryVerb<Item = unknown> {
  readonly name: string
  /** Its arguments as the help shows them. */
  readonly usage: string
  readonly description: string
  /** How many names it takes: at least, at most. */
  readonly names: readonly [least: number, most: number]
  /** The options it takes, by the names under which commander gives them. */
  readonly options: readonly string[]
  answer(source: OpenedGraph, names: readonly string[], options: QueryOptions): Answer<Item>
  /** An item for the eye, ends with a line end. */
  text(item: Item): string
  /** An item as rows of cells by column name; every row of one question has the same columns. */
  cells(item: Item): readonly Readonly<Record<string, Cell>>[]
}

/** Keeps the types of a verb together while its list forgets them. */
const verb = <Item>(one: QueryVerb<Item>): QueryVerb => one as QueryVerb

const withoutEnds = filterNames.filter((name) => !['subject', 'object', 'about'].includes(name))
const withoutAbout = filterNames.filter((name) => name !== 'about')
const evidenceOf = ({ evidence }: QueryOptions): { evidence?: boolean } =>
  evidence === undefined ? {} : { evidence }
const limitOf = ({ limit }: QueryOptions): { limit?: number } => (limit === undefined ? {} : { limit })

/** Every question, in the order of the help. */
export const queryVerbs: readonly QueryVerb[] = [
  verb({
    name: 'relations',
    usage: 'relations [filters]',
    description: 'the relations that pass the filters, best attested first',
    names: [0, 0],
    options: [...filterNames, 'limit', 'evidence'],
    answer: (source, _names, options) =>
      relations(source, { ...options.filter, ...limitOf(options), ...evidenceOf(options) }),
    text: relationText,
    cells: relationCells,
  }),
  verb({
    name: 'show',
    usage: 'show NAME',
    description: 'one entity: its names, documents and relations',
    names: [1, 1],
    options: ['evidence'],
    answer: (source, [name], options) => show(source, name!, evidenceOf(options)),
    text: cardText,
    cells: cardCells,
  }),
  verb({
    name: 'path',
    usage: 'path NAME NAME',
    description: 'the shortest ways from one entity to another',
    names: [2, 2],
    options: ['count', 'maxSteps', 'evidence'],
    answer: (source, [from, to], options) =>
      path(source, from!, to!, {
        ...(options.count === undefined ? {} : { count: options.count }),
        ...(options.maxSteps === undefined ? {} : { maxSteps: options.maxSteps }),
        ...evidenceOf(options),
      }),
    text: pathText,
    cells: pathCells,
  }),
  verb({
    name: 'neighbours',
    usage: 'neighbours NAME [filters]',
    description: 'the entities one step away',
    names: [1, 1],
    options: [...withoutEnds, 'limit', 'evidence'],
    answer: (source, [name], options) =>
      neighbours(source, name!, { ...options.filter, ...limitOf(options), ...evidenceOf(options) }),
    text: neighbourText,
    cells: neighbourCells,
  }),
  verb({
    name: 'timeline',
    usage: 'timeline [NAME] [filters]',
    description: 'what is told, of one entity or of all, in the order of time',
    names: [0, 1],
    options: [...withoutAbout, 'undated', 'evidence'],
    answer: (source, [name], options) =>
      timeline(source, name, {
        ...options.filter,
        ...(options.undated === undefined ? {} : { undated: options.undated }),
        ...evidenceOf(options),
      }),
    text: timelineText,
    cells: timelineCells,
  }),
  verb({
    name: 'search',
    usage: 'search WORDS...',
    description: 'entities and passages that have all of the words',
    names: [1, Number.POSITIVE_INFINITY],
    options: ['limit'],
    answer: (source, words, options) => search(source, words.join(' '), limitOf(options)),
    text: hitText,
    cells: hitCells,
  }),
  verb({
    name: 'contradictions',
    usage: 'contradictions [--about NAME]',
    description: 'relations that cannot all hold',
    names: [0, 0],
    options: ['about', 'evidence'],
    answer: (source, _names, options) =>
      contradictions(source, {
        ...(options.filter.about === undefined ? {} : { about: options.filter.about }),
        ...evidenceOf(options),
      }),
    text: contradictionText,
    cells: contradictionCells,
  }),
  verb({
    name: 'why',
    usage: 'why NAME NAME',
    description: 'what connects two entities, or why two names are one entity or two',
    names: [2, 2],
    options: [],
    answer: (source, [a, b]) => why(source, a!, b!),
    text: whyText,
    cells: whyCells,
  }),
  verb({
    name: 'stats',
    usage: 'stats',
    description: 'what is in the graph, in numbers',
    names: [0, 0],
    options: [],
    answer: (source) => stats(source),
    text: figureText,
    cells: figureCells,
  }),
]
