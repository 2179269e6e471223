// Time and peak memory of every export of a made graph: `npx tsx bench/export.ts [ENTITIES] [RELATIONS]`
// (100,000 and 250,000). Each format runs in a process of its own; the peak is the whole process's, and the
// first line is the process that only loads the graph.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exporters } from '../src/export/index.ts'
import { emptyGraph, openGraph, replaceFile, replaceFileBy, writeGraph } from '../src/graph/index.ts'
import { settings } from '../test/export/made-source.ts'
import { madeCorpus } from '../test/graph/made-graph.ts'

const [first, second, third] = process.argv.slice(2)
if (first === 'run') {
  const source = openGraph(second!)
  const begin = performance.now()
  for (const file of exporters.find(({ name }) => name === third)?.files(source, settings) ?? []) {
    const path = join(second!, 'export', file.path)
    if ('write' in file) replaceFileBy(path, (temporary) => file.write(temporary))
    else replaceFile(path, file.pieces)
  }
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ seconds: (performance.now() - begin) / 1000, peak }))
} else {
  const folder = mkdtempSync(join(tmpdir(), 'redthread-bench-'))
  const corpus = madeCorpus({
    entities: Number(first ?? 100_000),
    relations: Number(second ?? 250_000),
    documents: 10_000,
  })
  const graph = emptyGraph(corpus.attributes)
  for (const { key, ...rest } of corpus.entities)
    graph.addNode(key, { ...rest, x: 0, y: 0, size: 3, color: '#888888', community: 0, rank: 0 })
  for (const { key, source, target, ...rest } of corpus.relations)
    graph.addEdgeWithKey(key, source, target, rest)
  writeGraph(graph, folder)
  let loaded = 0
  for (const name of ['', ...exporters.map((exporter) => exporter.name)]) {
    const script = [...process.execArgv, process.argv[1]!, 'run', folder, name]
    const { seconds, peak } = JSON.parse(execFileSync(process.execPath, script, { encoding: 'utf8' }))
    loaded ||= peak
    const ratio = (peak / loaded).toFixed(2)
    console.log(
      `${(name || 'load only').padEnd(10)} ${seconds.toFixed(1)} s  peak ${peak.toFixed(0)} MB, ${ratio} of load only`,
    )
  }
  rmSync(folder, { recursive: true })
}
