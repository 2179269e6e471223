import type { Command } from 'commander'

/** A line to type, and what it is for. */
export type Example = readonly [line: string, says: string]

/**
 * Worked examples by the name of the command: they end its help and stand in docs/commands.md, where each is run,
 * one after the other in the order of the commands, in a folder that holds data/samples and their graph in `out`.
 */
export const commandExamples: Readonly<Record<string, readonly Example[]>> = {
  build: [
    ['redthread build data/samples -o out', 'the graph of a folder of documents'],
    [
      "printf 'Ruth Amsel met Lena Okafor in Varnholm on Monday.' | redthread build - -o small",
      'of standard input',
    ],
  ],
  view: [['redthread view out', 'print an address to open in a browser']],
  query: [
    [
      'redthread query out relations --subject "Ruth Amsel"',
      'what one person does, with the words that say so',
    ],
    [
      'redthread query out relations --modality denied,alleged --format csv',
      'what is disputed, for a spreadsheet',
    ],
    ['redthread query out path "Ruth Amsel" "Lena Okafor"', 'how two people are connected'],
    [
      'redthread query out timeline "Ruth Amsel" --since 2028',
      'what is told of somebody, in the order of time',
    ],
    [
      'redthread query out evidence --speaker "Ruth Amsel" --format jsonl',
      'what somebody says, word for word',
    ],
  ],
  decide: [
    [
      'redthread decide out note "Ask the ministry about the date." "Ruth Amsel"',
      'write down what to look into',
    ],
    ['redthread decide out list', 'show what was decided, with numbers'],
  ],
  check: [['redthread check out', 'whether every quote is where it says, and the counts are right']],
  diff: [['redthread diff out out', 'what changed between two graphs; nothing, of the same']],
  export: [
    ['redthread export out -f graphml -o graph.graphml', 'the whole graph for another program'],
    ['redthread export out -f csv --around "Ruth Amsel" -o tables', 'what is near one entity, as tables'],
  ],
  import: [['redthread import graph.graphml -o imported', 'a graph that was exported, back again']],
  serve: [['redthread serve out', 'an API at the address that is printed, /openapi.json describes it']],
  mcp: [['redthread mcp out', 'for a program that speaks the protocol and starts this command']],
  read: [['redthread read data/samples/harbour', 'what is read of each document: metadata and zones']],
  extract: [['redthread extract data/samples > claims.jsonl', 'claims without a graph']],
  resolve: [['redthread resolve claims.jsonl -o again', 'the graph of claims that were extracted before']],
  schema: [['redthread schema check', 'check the shipped schema; name files of your own after it']],
  completion: [
    ['redthread completion bash', 'in ~/.bashrc: source <(redthread completion bash)'],
    ['redthread completion zsh', 'in ~/.zshrc, after compinit: source <(redthread completion zsh)'],
    ['redthread completion fish', 'into ~/.config/fish/completions/redthread.fish'],
  ],
}

/** Ends the help of a command with its worked examples. */
export function addExamples(command: Command): Command {
  const examples = commandExamples[command.name()] ?? []
  if (examples.length === 0) return command
  const lines = examples.map(([line, says]) => `  ${line}\n      ${says}\n`)
  return command.addHelpText('after', `\nExamples:\n${lines.join('')}`)
}
