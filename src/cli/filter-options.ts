import type { Command } from 'commander'
import { filterParameters } from '../query/parameters.ts'
import type { RelationFilter } from '../query/relation-filter.ts'
import { parameterOption } from './parameter-option.ts'

/** The options that keep some relations and leave out others: the same for query and export. */
export type FilterOptions = RelationFilter

/** Adds the options of a filter to a command, under a heading of their own in its help. */
export function addFilterOptions(command: Command): Command {
  command.optionsGroup('Filters (all must hold; of a list, one):')
  for (const parameter of filterParameters) command.addOption(parameterOption(parameter))
  return command
}

/** The filter among the options of a command. */
export function filterOf(given: Readonly<Record<string, unknown>>): FilterOptions {
  return Object.fromEntries(
    filterParameters.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]]])),
  ) as FilterOptions
}
