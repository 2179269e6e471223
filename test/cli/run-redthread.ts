import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The root of the repository. */
export const root: string = resolve(import.meta.dirname, '../..')

const node = [resolve(root, 'dist/cli/main.js')]

/** The tests run the built command: it must be as new as its sources. */
function checkBuilt(): void {
  const built = statSync(node[0]!, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const source = resolve(root, 'src')
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts') && statSync(join(source, file)).mtimeMs > built)
      throw new Error(`dist is older than src/${file}: run \`npm run build:code\` first.`)
}
checkBuilt()

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command as a process of its own, without a terminal. */
export function redthread(args: readonly string[], { input = '' }: { input?: string } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, out: stdout, err: stderr }
}

/** Starts the command and leaves it running. */
export function startRedthread(args: readonly string[]): ReturnType<typeof spawn> {
  return spawn(process.execPath, [...node, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Runs the command through a shell: `redthread` stands for it. */
export function inShell(script: string): Ran {
  const command = [process.execPath, ...node].map((part) => `'${part}'`).join(' ')
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `set -o pipefail; redthread() { ${command} "$@"; }\n${script}`],
    { cwd: root, encoding: 'utf8' },
  )
  return { code: status, out: stdout, err: stderr }
}

/** A fresh folder outside the repository. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'redthread-cli-'))
