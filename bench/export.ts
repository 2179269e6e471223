// Time and memory of the exports of a made graph:
// `npm run bench:export -- [ENTITIES] [RELATIONS] [FORMAT...] [--json]` (100,000, 250,000, all formats).
// Each format runs in a process of its own, which loads the graph, collects garbage and notes its memory; the peak is
// that of the resident set from there on (VmHWM of Linux, reset after loading).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exporters } from '../src/export/index.ts'
import { emptyGraph, openGraph, replaceFile, replaceFileBy, writeGraph } from '../src/graph/index.ts'
import { settings } from '../test/export/made-source.ts'
import { madeCorpus } from '../test/graph/made-graph.ts'

interface Measured {
  readonly heap: number
  readonly resident: number
  readonly peak: number
  /** Of the clock. */
  readonly seconds: number
  /** Of the processor, where others have it too. */
  readonly cpu: number
  readonly bytes: number
}

const megabyte = 1 << 20

/** Loads a graph, exports it, and says what it took. */
function measure(folder: string, format: string): Measured {
  const source = openGraph(folder)
  for (let n = 0; n < 3; n++) globalThis.gc!()
  const { heapUsed, rss } = process.memoryUsage()
  writeFileSync('/proc/self/clear_refs', '5')
  const begin = performance.now()
  const before = process.cpuUsage()
  let bytes = 0
  const exporter = exporters.find(({ name }) => name === format)!
  for (const file of exporter.files(source, settings)) {
    const path = join(folder, format, file.path)
    if ('write' in file) replaceFileBy(path, (temporary) => file.write(temporary))
    else replaceFile(path, file.pieces, exporter.shape !== 'folder')
    bytes += statSync(path).size
  }
  const seconds = (performance.now() - begin) / 1000
  const { user, system } = process.cpuUsage(before)
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024
  return {
    heap: heapUsed / megabyte,
    resident: rss / megabyte,
    peak,
    seconds,
    cpu: (user + system) / 1e6,
    bytes: bytes / megabyte,
  }
}

/** Writes a made graph with its documents' headers into a folder. */
function makeFolder(entities: number, relations: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'redthread-bench-'))
  const corpus = madeCorpus({ entities, relations, documents: 10_000 })
  const graph = emptyGraph(corpus.attributes)
  for (const { key, ...rest } of corpus.entities)
    graph.addNode(key, { ...rest, x: 0, y: 0, size: 3, color: '#888888', community: 0, rank: 0 })
  for (const { key, source, target, ...rest } of corpus.relations)
    graph.addEdgeWithKey(key, source, target, rest)
  writeGraph(graph, folder)
  const headers = corpus.documents.map(({ text: _text, zones: _zones, ...header }) => JSON.stringify(header))
  replaceFile(join(folder, 'documents.jsonl'), [headers.join('\n')])
  return folder
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const [first, second, ...rest] = positionals
if (first === 'run') console.log(JSON.stringify(measure(second!, rest[0]!)))
else {
  const folder = makeFolder(Number(first ?? 100_000), Number(second ?? 250_000))
  const report: Record<string, Measured & { peakOfResident: number; peakOfHeap: number }> = {}
  for (const name of rest.length > 0 ? rest : exporters.map((exporter) => exporter.name)) {
    const script = ['--expose-gc', ...process.execArgv, process.argv[1]!, 'run', folder, name]
    const measured = JSON.parse(execFileSync(process.execPath, script, { encoding: 'utf8' })) as Measured
    const { heap, resident, peak, seconds, cpu, bytes } = measured
    const ratios = { peakOfResident: peak / resident, peakOfHeap: peak / heap }
    report[name] = { ...measured, ...ratios }
    if (!values.json)
      console.log(
        `${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s (${cpu.toFixed(1)} s of processor) ${bytes.toFixed(0).padStart(6)} MB  loaded ${heap.toFixed(0)} MB heap, ${resident.toFixed(0)} MB resident  peak ${peak.toFixed(0)} MB, ${ratios.peakOfResident.toFixed(2)} of resident, ${ratios.peakOfHeap.toFixed(2)} of heap`,
      )
    rmSync(join(folder, name), { recursive: true, force: true })
  }
  rmSync(folder, { recursive: true })
  if (values.json) console.log(JSON.stringify(report))
}
