import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../src/build.ts'
import type { SerializedGraph } from '../src/model/index.ts'
import { goldCoreference } from './coref/gold-mentions.ts'
import type { GoldGraph } from './gold/gold-file.ts'

const usage = `npm run bench:gold-coref -- FOLDER [--json]

Builds each text of a folder of gold graphs (NAME.txt beside NAME.json) and compares the mentions of its nodes with
those of the gold entities: B-cubed over named mentions and over named and nominal ones, how many of them have a node,
and the pairs of entities that are wrongly one node.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})

async function main(folder: string): Promise<void> {
  const report: Record<string, unknown> = {}
  const all: ReturnType<typeof goldCoreference>[] = []
  const texts = fs.readdirSync(folder).filter((file) => file.endsWith('.txt'))
  for (const file of texts.sort()) {
    const gold = JSON.parse(fs.readFileSync(path.join(folder, file.replace(/\.txt$/, '.json')), 'utf8'))
    const { graph } = await build({ inputs: [path.join(folder, file)] })
    const score = goldCoreference(graph!.export() as unknown as SerializedGraph, gold as GoldGraph)
    all.push(score)
    report[file] = score
  }
  const mean = (of: (score: (typeof all)[number]) => number): number =>
    all.reduce((sum, score) => sum + of(score), 0) / all.length
  report.mean = {
    named: mean((s) => s.named.f1),
    namedAndNominal: mean((s) => s.namedAndNominal.f1),
    wrongMerges: all.reduce((sum, s) => sum + s.wrongMerges.length, 0),
  }
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
  console.log(JSON.stringify(report, rounded, values.json ? undefined : 1))
}

const [folder] = positionals
if (folder === undefined) console.log(usage)
else await main(folder)
