import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { FileError, jsonLines, replaceFile, writeGraph } from '../graph/index.ts'
import { detectFormat, type ImportFile, importFiles, importFormat, importFormats } from '../import/index.ts'
import { loadSchema } from '../schema/load-schema.ts'
import { counted } from './build-summary.ts'
import { CommandError } from './command-error.ts'
import { say } from './output.ts'

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG'
    throw new FileError({
      code: 'import-invalid',
      message: tooLong ? `${path} is too large to be read at once.` : `${path} cannot be read.`,
      hint: tooLong
        ? 'Export a part of the graph, or import its tables (csv).'
        : 'Check that you may read it.',
      file: path,
    })
  }
}

/** The file at a path, or the tables of the folder there. */
function filesAt(path: string): ImportFile[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found)
    throw new FileError({
      code: 'path-missing',
      message: `There is no file ${path}.`,
      hint: 'Check the spelling.',
      file: path,
    })
  if (!found.isDirectory()) return [{ path, text: readText(path) }]
  const tables = readdirSync(path).filter((name) => name.toLowerCase().endsWith('.csv'))
  if (tables.length === 0)
    throw new FileError({
      code: 'import-invalid',
      message: `The folder ${path} has no tables (.csv) to import.`,
      hint: 'Name a file, or a folder with nodes.csv and edges.csv.',
      file: path,
    })
  return tables.sort().map((name) => ({ path: join(path, name), text: readText(join(path, name)) }))
}

/** `redthread import FILE -o OUT` */
export function importCommand(): Command {
  const names = importFormats.map(({ name }) => name).join(', ')
  return new Command('import')
    .description('read a graph that another program, or redthread export, has written')
    .argument('<file>', `a graph (${names}), or a folder of tables (csv)`)
    .requiredOption('-o, --output <folder>', 'the folder that takes graph.json')
    .option('-f, --format <name>', 'the format of the file, where neither its name nor its beginning tells')
    .action((path: string, { output, format: name }: { output: string; format?: string }) => {
      if (existsSync(join(output, 'claims.jsonl')))
        throw CommandError.usage(
          `${output} holds a build, with documents that would not belong to the imported graph`,
          'Name another folder with -o FOLDER.',
        )
      const files = filesAt(path)
      const format = name === undefined ? detectFormat(files[0]!) : importFormat(name)
      const { graph, documents, notes } = importFiles(files, format, loadSchema().schema)
      replaceFile(join(output, 'documents.jsonl'), jsonLines(documents))
      writeGraph(graph, output)
      for (const note of notes) say(`${note}\n`)
      const { order, size } = graph
      say(`${output}: ${counted(order, 'entity', 'entities')}, ${counted(size, 'relation', 'relations')}\n`)
    })
}
