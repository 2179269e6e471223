import type { CommandWords, OptionWords } from './completion-words.ts'

/** The shells that have a script. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** A text in single quotes, for every shell here. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const wordsOf = ({ subcommands, words }: CommandWords): readonly string[] => [
  ...subcommands.map(({ name }) => name),
  ...words,
]

/** Flags of options with a list of values, and the list. */
const withChoices = (options: readonly OptionWords[]): readonly OptionWords[] =>
  options.filter(({ choices }) => choices.length > 0)

/** Finds the longest command that the words typed so far name; the same in bash and zsh. */
function findCommand(commands: readonly CommandWords[]): string {
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path))
  return `    case "$where \${word}" in
${paths.map((path) => `      ${quoted(' ')}${path}) where=' '${path} ;;`).join('\n')}
    esac`
}

function bash(commands: readonly CommandWords[]): string {
  const cases = commands.map((command) => {
    const { path, options, takesFiles } = command
    const values = withChoices(options).map(
      ({ flags, choices }) =>
        `        ${flags.join('|')}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$cur")); return ;;`,
    )
    const files = options.filter(({ takesValue, choices }) => takesValue && choices.length === 0)
    if (files.length > 0)
      values.push(
        `        ${files.flatMap(({ flags }) => flags).join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return ;;`,
      )
    const list = [...wordsOf(command), ...options.flatMap(({ flags }) => flags)].join(' ')
    return `    ${quoted(path === '' ? '' : ` ${path}`)})
      case "$prev" in
${values.length > 0 ? `${values.join('\n')}\n` : ''}      esac
      COMPREPLY=($(compgen -W ${quoted(list)} -- "$cur"))
${takesFiles ? `      [[ "$cur" == -* ]] || COMPREPLY+=($(compgen -f -- "$cur"))\n` : ''}      ;;`
  })
  return `# bash completion of redthread: put this into ~/.bashrc: source <(redthread completion bash)
_redthread() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" where='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
${findCommand(commands)}
  done
  COMPREPLY=()
  case "$where" in
${cases.join('\n')}
  esac
}
complete -o filenames -o bashdefault -F _redthread redthread
`
}

function zsh(commands: readonly CommandWords[]): string {
  const described = (name: string, says: string): string =>
    quoted(`${name.replaceAll(':', '\\:')}:${says.replace(/\s+/g, ' ')}`)
  const cases = commands.map((command) => {
    const { path, subcommands, words, options, takesFiles } = command
    const values = withChoices(options).map(
      ({ flags, choices }) =>
        `        ${flags.join('|')}) compadd -- ${choices.map(quoted).join(' ')}; return ;;`,
    )
    const files = options.filter(({ takesValue, choices }) => takesValue && choices.length === 0)
    if (files.length > 0)
      values.push(`        ${files.flatMap(({ flags }) => flags).join('|')}) _files; return ;;`)
    const list = [
      ...subcommands.map(({ name, says }) => described(name, says)),
      ...words.map((word) => described(word, 'question')),
      ...options.flatMap(({ flags, says }) => flags.map((flag) => described(flag, says))),
    ]
    return `    ${quoted(path === '' ? '' : ` ${path}`)})
      case "$prev" in
${values.length > 0 ? `${values.join('\n')}\n` : ''}      esac
      list=(${list.join(' ')})
      _describe 'redthread' list
${takesFiles ? '      _files\n' : ''}      ;;`
  })
  return `#compdef redthread
# zsh completion of redthread: put this into ~/.zshrc, after compinit: source <(redthread completion zsh)
_redthread() {
  local prev="\${words[CURRENT-1]}" where='' word
  local -a list
  for word in "\${(@)words[2,CURRENT-1]}"; do
${findCommand(commands)}
  done
  case "$where" in
${cases.join('\n')}
  esac
}
compdef _redthread redthread
`
}

function fish(commands: readonly CommandWords[]): string {
  const lines: string[] = []
  for (const { path, subcommands, words, options } of commands) {
    const seen = path.split(' ').filter((word) => word !== '')
    const inside = seen.map((word) => `__fish_seen_subcommand_from ${word}`)
    const below = subcommands.map(({ name }) => name)
    const first = below.length > 0 ? [`not __fish_seen_subcommand_from ${below.join(' ')}`] : []
    const when = [...inside, ...first].join('; and ')
    const condition = when === '' ? '' : ` -n ${quoted(when)}`
    for (const { name, says } of subcommands)
      lines.push(`complete -c redthread -f${condition} -a ${quoted(name)} -d ${quoted(says)}`)
    for (const word of words) lines.push(`complete -c redthread${condition} -a ${quoted(word)}`)
    for (const { flags, says, takesValue, choices } of options) {
      const names = flags.map((flag) =>
        flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      )
      const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : ''
      lines.push(`complete -c redthread${condition} ${names.join(' ')}${value} -d ${quoted(says)}`)
    }
  }
  return `# fish completion of redthread: redthread completion fish > ~/.config/fish/completions/redthread.fish
${lines.join('\n')}
`
}

/** The script that completes the command in a shell. */
export function completionScript(shell: Shell, commands: readonly CommandWords[]): string {
  return { bash, zsh, fish }[shell](commands)
}
