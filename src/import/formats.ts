import { FileError } from '../graph/index.ts'
import { choiceHint } from '../schema/closest.ts'
import type { ImportFile, LooseGraph } from './loose-graph.ts'
import { readCsv } from './read-csv.ts'
import { readGexf } from './read-gexf.ts'
import { readGraphml } from './read-graphml.ts'
import { readJson } from './read-json.ts'
import { readNQuads, readTurtle } from './read-rdf.ts'

/** A format that can be imported. */
export interface ImportFormat {
  /** As given to `-f`. */
  readonly name: string
  /** Ends of file names, with their dot. */
  readonly extensions: readonly string[]
  /** What a file of the format holds near its beginning. */
  readonly sign?: RegExp
  /** Whether the values of its items are no longer texts. */
  readonly decoded?: boolean
  read(files: readonly ImportFile[]): LooseGraph
}

const single = (read: (file: ImportFile) => LooseGraph) => (files: readonly ImportFile[]) => read(files[0]!)

/** Every format that `redthread import` reads. */
export const importFormats: readonly ImportFormat[] = [
  { name: 'json', extensions: ['.json'], sign: /^\s*[[{]/, decoded: true, read: single(readJson) },
  { name: 'gexf', extensions: ['.gexf'], sign: /<gexf[\s>]/, read: single(readGexf) },
  { name: 'graphml', extensions: ['.graphml'], sign: /<(?:\w+:)?graphml[\s>]/, read: single(readGraphml) },
  { name: 'csv', extensions: ['.csv'], read: readCsv },
  {
    name: 'nquads',
    extensions: ['.nq', '.nt'],
    sign: /^\s*(?:#.*[\n\r]\s*)*(?:<[^>\s]*>|_:\S+)\s+<[^>\s]*>\s/,
    read: single(readNQuads),
  },
  {
    name: 'turtle',
    extensions: ['.ttl'],
    sign: /^\s*(?:#.*[\n\r]\s*)*(?:@prefix|PREFIX)\s/i,
    read: single(readTurtle),
  },
]

/** The format of a name. Throws a FileError with a suggestion where there is none. */
export function importFormat(name: string): ImportFormat {
  const found = importFormats.find((format) => format.name === name)
  if (found) return found
  const names = importFormats.map((format) => format.name)
  throw new FileError({
    code: 'format-unknown',
    message: `There is no format "${name}" to import.`,
    hint: choiceHint(name, names),
  })
}

/** The format of a file by the end of its name, else by how it begins. Throws a FileError where neither tells. */
export function detectFormat({ path, text }: ImportFile): ImportFormat {
  const name = path.toLowerCase()
  const named = importFormats.find(({ extensions }) => extensions.some((end) => name.endsWith(end)))
  if (named) return named
  const start = text.slice(0, 4000)
  const signed = importFormats.find(({ sign }) => sign?.test(start))
  if (signed) return signed
  throw new FileError({
    code: 'format-unknown',
    message: `${path} is in no format that can be imported.`,
    hint: `Name its format with -f: ${importFormats.map((format) => format.name).join(', ')}.`,
    file: path,
  })
}
