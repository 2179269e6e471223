import { basename, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { diffPage } from '../export/diff-page.ts'
import { htmlPage } from '../export/html.ts'
import { openGraph, readDocuments, replaceFile, serializeGraph } from '../graph/index.ts'
import { diffGraphs } from '../query/diff.ts'
import { diffJson, diffText } from './diff-text.ts'
import { readViewer } from './export-files.ts'
import { say, writeOut } from './output.ts'

/** `redthread diff A B` */
export function diffCommand(): Command {
  return new Command('diff')
    .description('say what a graph has that an earlier one had not, what it lacks and what it has otherwise')
    .argument('<before>', 'the folder of the earlier build, or its graph.json')
    .argument('<after>', 'the folder of the later build, or its graph.json')
    .addOption(
      new Option('--format <name>', 'how to write the differences').choices(['text', 'json']).default('text'),
    )
    .option('--html <file>', 'also draw both as one graph in one page, differences in colour')
    .action(async (before: string, after: string, { format, html }: { format: string; html?: string }) => {
      const [earlier, later] = [openGraph(before), openGraph(after)]
      const diff = diffGraphs(earlier.graph, later.graph)
      await writeOut(format === 'json' ? [diffJson(diff)] : diffText(diff))
      if (html === undefined) return
      const nameOf = (path: string): string => basename(resolve(path))
      const page = diffPage(
        { name: nameOf(before), graph: earlier.graph, documents: readDocuments(before) },
        { name: nameOf(after), graph: later.graph, documents: readDocuments(after) },
        diff,
      )
      replaceFile(html, htmlPage(readViewer(), serializeGraph(page.graph), page.documents, page.extras))
      say(`Open ${html} in a browser to see both graphs in one.\n`)
    })
}
