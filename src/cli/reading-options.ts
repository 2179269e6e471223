import type { Command } from 'commander'
import type { ReadOptions } from '../read/index.ts'
import { list } from './option-values.ts'

/** What the options of `addReadingOptions` hold. */
export interface ReadingCommandOptions {
  readonly textField?: readonly string[]
  readonly fileDates?: boolean
}

/** Adds the options of every command that reads documents. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--text-field <names>', 'tables and JSON: the columns or fields that hold the text', list)
    .option('--file-dates', "take a file's own date where its text gives none")
}

/** The options as the reading stage takes them. */
export function readingOptions({ textField, fileDates }: ReadingCommandOptions): ReadOptions {
  return { ...(textField ? { textFields: textField } : {}), ...(fileDates ? { fileDates } : {}) }
}
