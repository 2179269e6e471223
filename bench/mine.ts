import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../src/build.ts'
import type { SerializedGraph } from '../src/model/index.ts'
import { type Essay, readEssays } from './mine/essay.ts'
import { retains, wordGraph } from './mine/proxy.ts'

const usage = `npm run bench:mine -- FILE [--json]

A proxy of MINE: how many of the facts listed with each essay a graph of the essay seems to retain. The judge of the
benchmark is a language model; here it is the coverage of the fact's words, so no figure can be compared with the
published ones, only with others under a proxy like this.

Recall alone says little: the whole essay as one node would retain nearly everything. So edges per essay stand beside
it, and how often their rules were judged right (on other texts: npm run bench:precision).`

/** Figures that were recorded for others: under a proxy of this description, and as published with a judge. */
const peers = [
  { name: 'KGGen', proxy: '.82-.83', published: 66 },
  { name: 'Stanford OpenIE', proxy: '.75-.79', published: 29 },
  { name: 'GraphRAG', proxy: '.47-.51', published: 48 },
]

/** A graph with the whole essay as its only node: what a proxy of recall alone would like best. */
const wholeEssay = ({ text }: Essay) =>
  wordGraph({
    nodes: [{ key: 'essay', attributes: { label: text } }],
    edges: [],
  } as unknown as SerializedGraph)

const share = (part: number, whole: number): number => part / Math.max(1, whole)

async function graphOf({ text }: Essay, folder: string): Promise<SerializedGraph> {
  const file = join(folder, 'essay.txt')
  writeFileSync(file, text)
  const { graph } = await build({ inputs: [file], jobs: 0, derived: false })
  if (!graph) throw new Error('An essay gave no graph.')
  return graph.export() as unknown as SerializedGraph
}

async function measure(essays: readonly Essay[]) {
  const folder = mkdtempSync(join(tmpdir(), 'redthread-mine-'))
  let facts = 0
  let retained = 0
  let whole = 0
  let nodes = 0
  let words = 0
  const confidences: number[] = []
  try {
    for (const essay of essays) {
      const graph = await graphOf(essay, folder)
      const view = wordGraph(graph)
      facts += essay.facts.length
      retained += essay.facts.filter((fact) => retains(view, fact)).length
      whole += essay.facts.filter((fact) => retains(wholeEssay(essay), fact)).length
      nodes += graph.nodes.length
      words += essay.text.split(/\s+/).length
      confidences.push(...graph.edges.map(({ attributes }) => attributes.confidence))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return {
    proxyRecall: share(retained, facts),
    wholeEssayRecall: share(whole, facts),
    nodesPerEssay: share(nodes, essays.length),
    edgesPerEssay: share(confidences.length, essays.length),
    edgesPerThousandWords: share(1000 * confidences.length, words),
    expectedEdgePrecision: share(
      confidences.reduce((sum, confidence) => sum + confidence, 0),
      confidences.length,
    ),
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const [file] = positionals
if (file === undefined) console.log(usage)
else {
  const essays = readEssays(readFileSync(file, 'utf8'))
  const report = await measure(essays)
  if (values.json) console.log(JSON.stringify(report))
  else {
    console.log(
      `A proxy of MINE on ${essays.length} essays: ${report.proxyRecall.toFixed(3)} of the facts retained ` +
        `(the whole essay as one node: ${report.wholeEssayRecall.toFixed(3)})\n` +
        `  ${report.edgesPerEssay.toFixed(1)} edges and ${report.nodesPerEssay.toFixed(1)} nodes per essay, ` +
        `${report.edgesPerThousandWords.toFixed(1)} edges per 1,000 words; ` +
        `precision expected of the edges, from their rules as judged on other texts: ${report.expectedEdgePrecision.toFixed(3)}`,
    )
    for (const { name, proxy, published } of peers)
      console.log(
        `  ${name.padEnd(16)} ${proxy} under a proxy of this kind, ${published} % as published, judged by GPT-4`,
      )
  }
}
