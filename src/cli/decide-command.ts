import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { decisionsName, FileError, openGraph, replaceFile } from '../graph/index.ts'
import type { Decision, PlacedDecision, Signature } from '../model/index.ts'
import { readDecisions } from '../resolve/decisions/read-decisions.ts'
import { appendDecision, decisionText, removeDecision } from '../resolve/decisions/write-decisions.ts'
import { resolveClaims } from '../resolve-claims.ts'
import { loadSchema } from '../schema/load-schema.ts'
import { buildSummary } from './build-summary.ts'
import { CommandError } from './command-error.ts'
import { referencesInto } from './decide-references.ts'
import { type DecideOptions, decideVerb, decideVerbs } from './decide-verbs.ts'
import { buildExit, exitCode } from './exit-code.ts'
import { several } from './option-values.ts'
import { say, writeOut } from './output.ts'
import { printable } from './printable.ts'
import { problemsText } from './report-problems.ts'

interface DecideCommandOptions extends DecideOptions {
  readonly decisions?: string
  readonly schema?: readonly string[]
  readonly rebuild?: boolean
}

/** The decisions of a file and its text; a file that is not there has none. Throws a CommandError where one cannot be read. */
function readFile(path: string): { text: string; decisions: readonly PlacedDecision[] } {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const { decisions, problems } = readDecisions(text, path)
  const [first] = problems
  if (first) {
    say(problemsText(problems, true))
    throw new CommandError(
      { code: first.code, message: `${path} has errors`, hint: 'Mend them first.' },
      exitCode.usage,
    )
  }
  return { text, decisions }
}

const signature = ({ by, when, because }: Signature): Signature => ({
  ...(by === undefined ? {} : { by }),
  ...(when === undefined ? {} : { when }),
  ...(because === undefined ? {} : { because }),
})

const listed = ({ number, decision }: PlacedDecision): string =>
  `${printable(`${number}. ${decisionText(decision)}`)}\n`

/** Throws a CommandError for an option that a kind of decision does not take. */
function checkOptions(command: Command, name: string, taken: readonly string[]): void {
  const always = ['by', 'when', 'because', 'decisions', 'schema', 'rebuild']
  for (const option of command.options) {
    const key = option.attributeName()
    if ([...always, ...taken].includes(key) || command.getOptionValueSource(key) !== 'cli') continue
    throw CommandError.usage(
      `${name} takes no ${option.long}`,
      'Leave it out, or see: redthread decide --help',
    )
  }
}

/** The number of the decision to take back: the last unless one is given. */
function numberToUndo(args: readonly string[], decisions: readonly PlacedDecision[]): number {
  const number = args.length === 0 ? decisions.length : Number(args[0])
  if (args.length > 1 || !Number.isInteger(number) || number < 1 || number > decisions.length)
    throw CommandError.usage(
      decisions.length === 0 ? 'There is no decision to undo' : `There is no decision ${args.join(' ')}`,
      'See the numbers with: redthread decide OUT list',
    )
  return number
}

function decisionOf(
  out: string,
  kind: string,
  args: readonly string[],
  options: DecideCommandOptions,
): Decision {
  const verb = decideVerb(kind, args)
  const source = openGraph(out)
  const types = new Set([
    ...loadSchema(options.schema).schema.types.keys(),
    ...source.graph.mapNodes((_, { type }) => type),
  ])
  const decision = verb.decision(args, options, referencesInto(out, source), types)
  return { ...decision, ...signature(options) }
}

/** `redthread decide OUT KIND ...` */
export function decideCommand(): Command {
  const rows = [
    ...decideVerbs,
    { usage: 'list', description: 'show the decisions with their numbers' },
    { usage: 'undo [NUMBER]', description: 'take back the last decision, or one by its number' },
  ]
  const width = Math.max(...rows.map(({ usage }) => usage.length))
  const command = new Command('decide')
    .description('write down what you decide about a graph; every build replays it')
    .usage('OUT KIND [ARGUMENTS...] [options]')
    .argument('<out>', 'the folder that build wrote')
    .argument('<kind>', 'one of the kinds below')
    .argument('[arguments...]', 'names or keys of entities, or DOCUMENT:WORDS for a mention')
    .option('--as <label>', 'the label of what a merge or a split makes')
    .option(
      '--mention <mention>',
      'split: DOCUMENT:WORDS, DOCUMENT:WORDS:NTH or DOCUMENT:START-END (repeatable)',
      several,
    )
    .option('--negative', 'the relation that is denied or negated')
    .option('--by <name>', 'who decides')
    .option('--when <date>', 'when')
    .option('--because <text>', 'why')
    .option('--decisions <file>', 'the file to write to; decisions.yaml of the folder unless given')
    .option('--rebuild', 'make the graph anew from the claims of the folder')
    .option('--schema <file>', 'with rebuild: a schema file of your own (repeatable)', several)
    .addHelpText(
      'after',
      `\nKinds:\n${rows.map(({ usage, description }) => `  ${usage.padEnd(width)}  ${description}\n`).join('')}`,
    )
    .action(async (out: string, kind: string, args: string[], options: DecideCommandOptions) => {
      const path = options.decisions ?? join(out, decisionsName)
      if (!existsSync(out))
        throw new FileError({
          code: 'graph-missing',
          message: `There is no folder ${out}.`,
          hint: `Build a graph there first: redthread build INPUT... -o ${out}`,
          file: out,
        })
      const { text, decisions } = readFile(path)
      if (kind === 'list') {
        checkOptions(command, kind, [])
        await writeOut(decisions.map(listed))
        if (decisions.length === 0) say('No decisions yet.\n')
        return
      }
      if (kind === 'undo') {
        checkOptions(command, kind, [])
        const number = numberToUndo(args, decisions)
        replaceFile(path, [removeDecision(text, number)])
        await writeOut([listed(decisions[number - 1]!)])
        say(`Taken out of ${path}.`)
      } else {
        checkOptions(command, kind, decideVerb(kind, args).options)
        const decision = decisionOf(out, kind, args, options)
        replaceFile(path, [appendDecision(text, decision)])
        await writeOut([`${printable(decisionText(decision))}\n`])
        say(`Written to ${path} as decision ${decisions.length + 1}.`)
      }
      if (options.rebuild) rebuild(out, options)
      else say(` The graph stays as it is until the next build, or: redthread resolve ${out} -o ${out}\n`)
    })
  return command
}

function rebuild(out: string, { decisions, schema }: DecideCommandOptions): void {
  say('\n')
  const result = resolveClaims({
    claims: [out],
    out,
    ...(decisions === undefined ? {} : { decisions }),
    ...(schema ? { schemas: schema } : {}),
  })
  say(problemsText(result.problems, false))
  if (result.status === 'built') say(buildSummary(result, out))
  process.exitCode = buildExit(result)
}
