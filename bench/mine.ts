import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from '../src/build.ts'
import type { SerializedGraph } from '../src/model/index.ts'
import { type Essay, readEssays } from './mine/essay.ts'
import { judgedPrecision } from './mine/judged-precision.ts'
import { retains, wordGraph } from './mine/proxy.ts'
import { readJudgements } from './precision/judgement.ts'
import { placedClaims } from './precision/placed-claims.ts'
import { readInputs } from './precision/read-inputs.ts'

const usage = `npm run bench:mine -- FILE [--json]

A proxy of MINE: how many of the facts listed with each essay a graph of the essay seems to retain. The judge of the
benchmark is a language model; here it is the coverage of the fact's words, so no figure can be compared with the
published ones, only with others under a proxy like this.

Recall alone says little: the whole essay as one node would retain nearly everything. So beside it stand the edges per
essay and their precision: claims drawn from the essays were judged one by one (bench/judgements/mine.jsonl), and the
precision of each kind, of the schema and open, counts as often as the kind occurs.`

const judgements = fileURLToPath(new URL('judgements/mine.jsonl', import.meta.url))

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
  let edges = 0
  try {
    for (const essay of essays) {
      const graph = await graphOf(essay, folder)
      const view = wordGraph(graph)
      facts += essay.facts.length
      retained += essay.facts.filter((fact) => retains(view, fact)).length
      whole += essay.facts.filter((fact) => retains(wholeEssay(essay), fact)).length
      nodes += graph.nodes.length
      words += essay.text.split(/\s+/).length
      edges += graph.edges.length
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return {
    proxyRecall: share(retained, facts),
    wholeEssayRecall: share(whole, facts),
    nodesPerEssay: share(nodes, essays.length),
    edgesPerEssay: share(edges, essays.length),
    edgesPerThousandWords: share(1000 * edges, words),
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
  const claims = placedClaims(await readInputs([file]))
  const { precision, judged } = judgedPrecision(claims, readJudgements(judgements))
  const report = { ...(await measure(essays)), edgePrecision: precision, judged }
  if (values.json) console.log(JSON.stringify(report))
  else {
    console.log(
      `A proxy of MINE on ${essays.length} essays: ${report.proxyRecall.toFixed(3)} of the facts retained ` +
        `(the whole essay as one node: ${report.wholeEssayRecall.toFixed(3)})\n` +
        `  ${report.edgesPerEssay.toFixed(1)} edges and ${report.nodesPerEssay.toFixed(1)} nodes per essay, ` +
        `${report.edgesPerThousandWords.toFixed(1)} edges per 1,000 words; precision of the edges ` +
        `${precision.toFixed(3)}, from ${judged} that were judged`,
    )
    for (const { name, proxy, published } of peers)
      console.log(
        `  ${name.padEnd(16)} ${proxy} under a proxy of this kind, ${published} % as published, judged by GPT-4`,
      )
  }
}
