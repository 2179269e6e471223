import type { Decision, Signature } from '../model/index.ts'
import { choiceHint } from '../schema/closest.ts'
import { CommandError } from './command-error.ts'
import type { References } from './decide-references.ts'

/** The options that say more of a decision. */
export interface DecideOptions extends Signature {
  readonly as?: string
  readonly mention?: readonly string[]
  readonly negative?: boolean
}

/** One kind of decision as the command takes it. */
export interface DecideVerb {
  readonly name: string
  readonly usage: string
  readonly description: string
  /** How many arguments it takes: any of these numbers, or at least so many. */
  readonly takes: readonly number[] | { readonly least: number }
  /** Options that it takes beside those of who, when and why. */
  readonly options: readonly string[]
  decision(
    args: readonly string[],
    options: DecideOptions,
    refs: References,
    types: ReadonlySet<string>,
  ): Decision
}

const label = (as: string | undefined): { as?: string } => (as === undefined ? {} : { as })

/** A relation by three arguments, or an entity by one. */
const target = (args: readonly string[], { negative }: DecideOptions, refs: References) =>
  args.length === 1 ? refs.entity(args[0]!) : refs.relation(args[0]!, args[1]!, args[2]!, negative === true)

/** Every kind, in the order of the help. */
export const decideVerbs: readonly DecideVerb[] = [
  {
    name: 'merge',
    usage: 'merge ENTITY ENTITY... [--as LABEL]',
    description: 'these are one',
    takes: { least: 2 },
    options: ['as'],
    decision: (args, { as }, refs) => ({ merge: args.map(refs.entity), ...label(as) }),
  },
  {
    name: 'keep-apart',
    usage: 'keep-apart ENTITY ENTITY...',
    description: 'no two of these are the same',
    takes: { least: 2 },
    options: [],
    decision: (args, _options, refs) => ({ 'keep-apart': args.map(refs.entity) }),
  },
  {
    name: 'split',
    usage: 'split ENTITY --mention MENTION... [--as LABEL]',
    description: 'these mentions of it are another one',
    takes: [1],
    options: ['mention', 'as'],
    decision([entity], { mention, as }, refs) {
      if (!mention)
        throw CommandError.usage('split needs --mention', 'Write: --mention DOCUMENT:WORDS, once for each')
      return { split: refs.entity(entity!), mentions: mention.map(refs.mention), ...label(as) }
    },
  },
  {
    name: 'rename',
    usage: 'rename ENTITY LABEL',
    description: 'give it another label',
    takes: [2],
    options: [],
    decision: ([entity, to], _options, refs) => ({ rename: refs.entity(entity!), to: to! }),
  },
  {
    name: 'retype',
    usage: 'retype ENTITY TYPE',
    description: 'give it another type of the schema',
    takes: [2],
    options: [],
    decision([entity, to], _options, refs, types) {
      if (!types.has(to!))
        throw CommandError.usage(`There is no entity type "${to}"`, choiceHint(to!, [...types].sort()))
      return { retype: refs.entity(entity!), to: to! }
    },
  },
  {
    name: 'reject',
    usage: 'reject ENTITY | SUBJECT RELATION OBJECT [--negative]',
    description: 'it is no entity, or the relation does not hold',
    takes: [1, 3],
    options: ['negative'],
    decision: (args, options, refs) => ({ reject: target(args, options, refs) }),
  },
  {
    name: 'confirm',
    usage: 'confirm SUBJECT RELATION OBJECT [--negative]',
    description: 'the relation holds',
    takes: [3],
    options: ['negative'],
    decision: ([subject, relation, object], { negative }, refs) => ({
      confirm: refs.relation(subject!, relation!, object!, negative === true),
    }),
  },
  {
    name: 'note',
    usage: 'note TEXT ENTITY | TEXT SUBJECT RELATION OBJECT [--negative]',
    description: 'a remark on an entity or a relation',
    takes: [2, 4],
    options: ['negative'],
    decision: ([text, ...on], options, refs) => ({ note: text!, on: target(on, options, refs) }),
  },
]

/** The kind of a name, with arguments that it can take. Throws a CommandError for any other. */
export function decideVerb(name: string, args: readonly string[]): DecideVerb {
  const verb = decideVerbs.find((one) => one.name === name)
  if (!verb) {
    const known = [...decideVerbs.map((one) => one.name), 'list', 'undo']
    throw CommandError.usage(`There is no decision "${name}"`, choiceHint(name, known))
  }
  const { takes } = verb
  const fits = 'least' in takes ? args.length >= takes.least : takes.includes(args.length)
  if (!fits)
    throw CommandError.usage(
      `${name} cannot be used with ${args.length} ${args.length === 1 ? 'argument' : 'arguments'}`,
      `Write: redthread decide OUT ${verb.usage}; a name of several words goes in quotes`,
    )
  return verb
}
