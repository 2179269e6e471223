// Finds the independent programs that read our exports back in the tests, and installs Debian's packages of
// those that are missing where it may (root and apt-get). Otherwise says in one line what to install and
// fails. `node test/readers/ensure.mjs` does it by hand.
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Debian's Python first: another one on the path need not have the module. */
const pythonWith = (module) =>
  ['/usr/bin/python3', 'python3'].find((python) => works(python, '-c', `import ${module}`))

/** `sqlite3 -version` and its like: the program is there and runs. */
const program = (name, ...args) => works(name, ...args) && name

const readers = [
  { name: 'networkx', package: 'python3-networkx', find: () => pythonWith('networkx') },
  { name: 'xmllint', package: 'libxml2-utils', find: () => program('xmllint', '--version') },
  { name: 'igraph', package: 'python3-igraph', find: () => pythonWith('igraph') },
  { name: 'rdflib', package: 'python3-rdflib', find: () => pythonWith('rdflib') },
  { name: 'jing', package: 'jing', find: () => program('sh', '-c', 'command -v jing') && 'jing' },
  { name: 'rapper', package: 'raptor2-utils', find: () => program('rapper', '--version') },
  { name: 'sqlite3', package: 'sqlite3', find: () => program('sqlite3', '-version') },
  { name: 'dot', package: 'graphviz', find: () => program('dot', '-V') },
  { name: 'zsh', package: 'zsh', find: () => program('zsh', '--version') },
  { name: 'fish', package: 'fish', find: () => program('fish', '--version') },
]

/** The command of every reader, by name. Throws with one line that says what to install. */
export function ensureReaders() {
  const missing = readers.filter((reader) => !reader.find())
  if (missing.length > 0) {
    const packages = missing.map((reader) => reader.package)
    if (process.getuid?.() === 0 && works('apt-get', '--version')) {
      const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
      spawnSync('apt-get', ['update'], options)
      spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
    }
    const still = missing.filter((reader) => !reader.find()).map((reader) => reader.package)
    if (still.length > 0) throw new Error(`The tests of the exports need: apt-get install ${still.join(' ')}`)
  }
  return Object.fromEntries(readers.map((reader) => [reader.name, reader.find()]))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureReaders()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
