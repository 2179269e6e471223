import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../src/build.ts'
import { edgePrecision } from './gold/edge-precision.ts'
import type { GoldGraph } from './gold/gold-file.ts'

const usage = `npm run bench:gold -- --scorer FILE GOLD.json ... [--misses] [--others] [--json]

Builds a graph of the text beside each gold graph (X.txt beside X.json) and scores it.

  --scorer FILE    the scorer of gold graphs: FILE BUILD GOLD.json --json
  --misses         lists the core assertions that the graph lacks
  --others         lists the edges that confirm no gold assertion
  --json           the scores as JSON

Recall of core assertions is the scorer's, at three depths. Precision is the share of edges that join the two
ends of a gold assertion of the same sentence: a lower bound, since a gold graph does not hold all that is true.`

interface Depths {
  readonly gold: number
  readonly pair: number
  readonly relation: number
  readonly full: number
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scorer: { type: 'string' },
      misses: { type: 'boolean' },
      others: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  if (!values.scorer || positionals.length === 0) {
    console.log(usage)
    return
  }
  const scores: Record<string, unknown> = {}
  for (const file of positionals) {
    const out = mkdtempSync(join(tmpdir(), 'redthread-gold-'))
    try {
      const name = basename(file, '.json')
      const text = file.replace(/\.json$/, '.txt')
      const { graph } = await build({ jobs: 0, inputs: [text], out })
      if (!graph) throw new Error(`${text} gave no graph`)
      const score = (...flags: string[]): string =>
        execFileSync('node', [values.scorer!, out, file, ...flags], { encoding: 'utf8' })
      const report = JSON.parse(score('--json'))
      const core = report['assertions core'] as Depths
      const gold = JSON.parse(readFileSync(file, 'utf8')) as GoldGraph
      const { confirmed, edges, others } = edgePrecision(gold, graph)
      const precision = confirmed / edges
      const words = readFileSync(text, 'utf8').split(/\s+/).length
      const depths = (['pair', 'relation', 'full'] as const).map((depth) => core[depth])
      const f1 = (2 * precision * core.pair) / (precision + core.pair)
      scores[name] = { core, precision, f1, edges, perThousandWords: (1000 * edges) / words, report }
      if (values.json) continue
      const mentions = report['mentions all'] as { found: number; b3: { f1: number } }
      console.log(
        `${name.padEnd(18)} core pair ${depths[0]}  relation ${depths[1]}  full ${depths[2]}  of ${core.gold};  ` +
          `${edges} edges, ${((1000 * edges) / words).toFixed(0)} per 1,000 words, confirmed ${precision.toFixed(3)}; pair F1 ${f1.toFixed(3)};  ` +
          `mentions found ${mentions.found}, B3 ${mentions.b3.f1}; wrong merges ${report['wrong merges'].length}; quotations ${report.quotations ?? '-'}`,
      )
      if (values.misses)
        console.log(
          score('--misses', '1000')
            .split('\n')
            .filter((line) => line.startsWith('  depth'))
            .join('\n'),
        )
      if (values.others) console.log(others.map((line) => `  edge  ${line}`).join('\n'))
    } finally {
      rmSync(out, { recursive: true })
    }
  }
  if (values.json) console.log(JSON.stringify(scores, null, 2))
}

await main()
