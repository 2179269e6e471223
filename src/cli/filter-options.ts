import type { Command } from 'commander'
import type { RelationFilter } from '../query/index.ts'
import { fraction, list, wholeNumber } from './option-values.ts'

/** The options that keep some relations and leave out others: the same for query and export. */
export type FilterOptions = RelationFilter

/** The options of a filter as commander takes them: flags, what they say, and how their value is read. */
const options: readonly [flags: string, says: string, parse?: (text: string, earlier?: never) => unknown][] =
  [
    ['--subject <name>', 'who does it, or what the relation starts from'],
    ['--object <name>', 'to whom or what'],
    ['--about <name>', 'an entity at either end'],
    ['--relation <names>', 'names or labels of relations, "resigned*" for all that begin so (a list)', list],
    ['--type <names>', 'entity types at either end (a list)', list],
    ['--as-of <date>', 'what held or happened then: 2020, 2020-03 or 2020-03-15'],
    ['--since <date>', 'from a date on'],
    ['--until <date>', 'up to a date'],
    ['--speaker <name>', 'who says it'],
    [
      '--modality <names>',
      'asserted, reported, alleged, opinion, future, conditional, denied (a list)',
      list,
    ],
    ['--polarity <sign>', 'positive or negative'],
    ['--min-origins <number>', 'told by so many independent sources', wholeNumber(1)],
    ['--min-confidence <number>', 'at least so sure, 0 to 1', fraction],
  ]

/** The names under which the options of a filter are given to an action. */
export const filterNames: readonly (keyof FilterOptions)[] = [
  'subject',
  'object',
  'about',
  'relation',
  'type',
  'asOf',
  'since',
  'until',
  'speaker',
  'modality',
  'polarity',
  'minOrigins',
  'minConfidence',
]

/** Adds the options of a filter to a command, under a heading of their own in its help. */
export function addFilterOptions(command: Command): Command {
  command.optionsGroup('Filters (all must hold; of a list, one):')
  for (const [flags, says, parse] of options)
    if (parse) command.option(flags, says, parse as (text: string, earlier: unknown) => unknown)
    else command.option(flags, says)
  return command
}

/** The filter among the options of a command. */
export function filterOf(given: Readonly<Record<string, unknown>>): FilterOptions {
  return Object.fromEntries(
    filterNames.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  ) as FilterOptions
}
