import { Command, Option } from 'commander'
import { openGraph } from '../graph/open-graph.ts'
import { type Given, type Parameter, type Question, questions } from '../query/index.ts'
import { choiceHint } from '../schema/closest.ts'
import { answerLayouts } from './answer-layouts.ts'
import { answerNotes } from './answer-notes.ts'
import { CommandError } from './command-error.ts'
import { addFilterOptions } from './filter-options.ts'
import { say, writeOut } from './output.ts'
import { parameterOption } from './parameter-option.ts'
import { styleFor } from './style.ts'
import { type AnswerFormat, answerFormats, answerPieces } from './write-answer.ts'

/** Parameters that stand as arguments after the question. */
const argumentsOf = ({ required, optional }: Question): readonly Parameter[] =>
  optional ? [...required, optional] : required

/** The question with its arguments: `path FROM TO`, `timeline [NAME]`. */
export function usageOf(question: Question): string {
  const { name, required, optional } = question
  const parts = required.map((parameter) =>
    parameter.name === 'words' ? 'WORDS...' : parameter.name.toUpperCase(),
  )
  return [name, ...parts, ...(optional ? [`[${optional.name.toUpperCase()}]`] : [])].join(' ')
}

/** The question of a name, and what is given after it. Throws a CommandError for what does not fit. */
export function readQuestion(name: string, names: readonly string[]): { question: Question; given: Given } {
  const question = questions.find((one) => one.name === name)
  if (!question) {
    const known = questions.map((one) => one.name)
    throw CommandError.usage(`There is no question "${name}"`, choiceHint(name, known))
  }
  if (question.required.some((parameter) => parameter.name === 'words') && names.length > 0)
    return { question, given: { words: names.join(' ') } }
  const takes = argumentsOf(question)
  const least = question.required.length
  if (names.length < least || names.length > takes.length) {
    const number = least === takes.length ? String(least) : `${least} to ${takes.length}`
    throw CommandError.usage(
      `${name} takes ${number === '0' ? 'no' : number} ${number === '1' ? 'name' : 'names'}, not ${names.length}`,
      `Write: redthread query OUT ${usageOf(question)}; a name of several words goes in quotes`,
    )
  }
  return { question, given: Object.fromEntries(names.map((text, n) => [takes[n]!.name, text])) }
}

/** Throws a CommandError for the first option that a question does not take. */
function checkOptions({ name, parameters }: Pick<Question, 'name' | 'parameters'>, command: Command): void {
  for (const option of command.options) {
    const attribute = option.attributeName()
    if (
      ['format', 'sparql'].includes(attribute) ||
      parameters.some((parameter) => parameter.name === attribute)
    )
      continue
    if (command.getOptionValueSource(attribute) !== 'cli') continue
    throw CommandError.usage(
      `${name} takes no ${option.long}`,
      'Leave it out, or see: redthread query --help',
    )
  }
}

/** Every parameter of some question that is neither a filter nor an argument, once, with who takes it. */
function otherOptions(filters: readonly string[]): Option[] {
  const found = new Map<string, { parameter: Parameter; by: string[] }>()
  for (const { name, parameters } of questions)
    for (const parameter of parameters) {
      if (filters.includes(parameter.name)) continue
      const entry = found.get(parameter.name)
      if (entry) entry.by.push(name)
      else found.set(parameter.name, { parameter, by: [name] })
    }
  return [...found.values()].map(({ parameter, by }) => {
    const option = parameterOption(parameter)
    if (by.length === 1) option.description = `${by[0]}: ${option.description}`
    return option
  })
}

/** `redthread query OUT VERB [NAMES...]` */
export function queryCommand(): Command {
  const width = Math.max(...questions.map((question) => usageOf(question).length))
  const list = questions.map((question) => `  ${usageOf(question).padEnd(width)}  ${question.says}\n`)
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
  const filters = addFilterOptions(new Command()).options.map((option) => option.attributeName())
  for (const option of otherOptions(filters)) command.addOption(option)
  addFilterOptions(command)
    .addHelpText('after', `\nQuestions:\n${list.join('')}`)
    .action(async (out: string, name: string | undefined, names: string[], options: QueryCommandOptions) => {
      const { format, sparql, ...rest } = options
      if (sparql !== undefined) {
        if (name !== undefined)
          throw CommandError.usage('--sparql stands instead of a question', 'Give one of them.')
        checkOptions({ name: '--sparql', parameters: [] }, command)
        const { answerSparql } = await import('./sparql-answer.ts')
        return answerSparql(out, sparql, format)
      }
      if (name === undefined) throw CommandError.usage('There is no question', 'See: redthread query --help')
      const { question, given } = readQuestion(name, names)
      checkOptions(question, command)
      const answer = question.answer(openGraph(out), { ...rest, ...given })
      await writeOut(answerPieces(answerLayouts[question.item], answer, format, styleFor(process.stdout)))
      if (format === 'json') return
      for (const note of answerNotes(answer)) say(`${note}\n`)
      if (answer.items.length === 0) say('Nothing found.\n')
    })
  return command
}

interface QueryCommandOptions extends Given {
  readonly format: AnswerFormat
  readonly sparql?: string
}
