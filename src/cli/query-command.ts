import { Command, Option } from 'commander'
import { openGraph } from '../graph/index.ts'
import { closest } from '../schema/closest.ts'
import { answerNotes } from './answer-notes.ts'
import { CommandError } from './command-error.ts'
import { addFilterOptions, filterOf } from './filter-options.ts'
import { wholeNumber } from './option-values.ts'
import { say, writeOut } from './output.ts'
import { type QueryOptions, type QueryVerb, queryVerbs } from './query-verbs.ts'
import { answerSparql } from './sparql-answer.ts'
import { type AnswerFormat, answerFormats, answerPieces } from './write-answer.ts'

/** The question of a name, with names that it can take. Throws a CommandError for any other. */
export function queryVerb(name: string, names: readonly string[]): QueryVerb {
  const found = queryVerbs.find((verb) => verb.name === name)
  if (!found) {
    const known = queryVerbs.map((verb) => verb.name)
    const meant = closest(name, known)
    throw CommandError.usage(
      `There is no question "${name}"`,
      meant ? `Did you mean "${meant}"?` : `Choose from: ${known.join(', ')}.`,
    )
  }
  const [least, most] = found.names
  if (names.length < least || names.length > most) {
    const number = least === most ? String(least) : `${least} to ${most}`
    throw CommandError.usage(
      `${name} takes ${number === '0' ? 'no' : most === Number.POSITIVE_INFINITY ? `at least ${least}` : number} ${number === '1' ? 'name' : 'names'}, not ${names.length}`,
      `Write: redthread query OUT ${found.usage}; a name of several words goes in quotes`,
    )
  }
  return found
}

/** Throws a CommandError for the first option that a question does not take. */
function checkOptions(verb: Pick<QueryVerb, 'name' | 'options'>, command: Command): void {
  for (const option of command.options) {
    const name = option.attributeName()
    if (name === 'format' || verb.options.includes(name)) continue
    if (command.getOptionValueSource(name) !== 'cli') continue
    throw CommandError.usage(
      `${verb.name} takes no ${option.long}`,
      `Leave it out, or see: redthread query --help`,
    )
  }
}

/** `redthread query OUT VERB [NAMES...]` */
export function queryCommand(): Command {
  const width = Math.max(...queryVerbs.map(({ usage }) => usage.length))
  const questions = queryVerbs.map(({ usage, description }) => `  ${usage.padEnd(width)}  ${description}\n`)
  const command = new Command('query')
    .description('put a question to a graph')
    .usage('OUT QUESTION [NAMES...] [options]')
    .argument('<out>', 'the folder that build wrote, or a graph.json')
    .argument('[question]', 'one of the questions below')
    .argument('[names...]', 'names or keys of entities, or words to search for')
    .addOption(
      new Option('--format <name>', 'how to write the answer').choices(answerFormats).default('table'),
    )
    .option('--sparql <query>', 'instead of a question: a query in SPARQL, or @FILE')
    .option('--no-evidence', 'leave the evidence out')
    .option('--limit <number>', 'at most so many', wholeNumber(1))
    .option('--count <number>', 'path: how many, 3 unless given', wholeNumber(1, 1000))
    .option('--max-steps <number>', 'path: of how many steps, 6 unless given', wholeNumber(1, 20))
    .option('--undated', 'timeline: also what has no time, at the date of its first document')
  addFilterOptions(command)
    .addHelpText('after', `\nQuestions:\n${questions.join('')}`)
    .action(
      async (out: string, question: string | undefined, names: string[], given: QueryCommandOptions) => {
        if (given.sparql !== undefined) {
          if (question !== undefined)
            throw CommandError.usage('--sparql stands instead of a question', 'Give one of them.')
          checkOptions({ name: '--sparql', options: ['sparql'] }, command)
          return answerSparql(out, given.sparql, given.format)
        }
        if (question === undefined)
          throw CommandError.usage('There is no question', 'See: redthread query --help')
        const verb = queryVerb(question, names)
        checkOptions(verb, command)
        const { format, evidence, limit, count, maxSteps, undated } = given
        const options: QueryOptions = {
          filter: filterOf({ ...given }),
          ...(evidence ? {} : { evidence: false }),
          ...(limit === undefined ? {} : { limit }),
          ...(count === undefined ? {} : { count }),
          ...(maxSteps === undefined ? {} : { maxSteps }),
          ...(undated === undefined ? {} : { undated }),
        }
        const answer = verb.answer(openGraph(out), names, options)
        await writeOut(answerPieces(verb, answer, format))
        if (format === 'json') return
        for (const note of answerNotes(answer)) say(`${note}\n`)
        if (answer.items.length === 0) say('Nothing found.\n')
      },
    )
  return command
}

interface QueryCommandOptions {
  readonly format: AnswerFormat
  /** False after --no-evidence. */
  readonly evidence: boolean
  readonly sparql?: string
  readonly limit?: number
  readonly count?: number
  readonly maxSteps?: number
  readonly undated?: boolean
}
