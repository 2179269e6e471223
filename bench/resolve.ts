import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { loadRanker } from '../src/read/load-ranker.ts'
import { resolve } from '../src/resolve/resolve.ts'
import { loadSchema } from '../src/schema/load-schema.ts'
import { makeClaims } from './resolve/made-claims.ts'
import { makeWorld } from './resolve/made-world.ts'

const usage = `npm run bench:resolve -- [--documents 1000,2000,5000,10000] [--json]

Makes the claims of so many documents of 600 words, with five things for each document, and resolves them on one
core, each size in a process of its own. Prints seconds, peak memory, and how the time grows against n log n.`

/** What one size took. */
interface Measure {
  readonly documents: number
  readonly things: number
  readonly mentions: number
  readonly claims: number
  readonly entities: number
  readonly relations: number
  /** Of the processor, for resolving alone. */
  readonly seconds: number
  /** Peak of the whole process with the made claims, in megabytes. */
  readonly megabytes: number
}

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000,2000,5000,10000' },
    json: { type: 'boolean', default: false },
    one: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

function measure(documents: number): Measure {
  const { schema } = loadSchema()
  const ranker = loadRanker()
  const world = makeWorld(5 * documents)
  const claims = Array.from({ length: documents }, (_, n) => makeClaims(world, n, documents))
  // Time of the processor, so that a busy machine does not change the figure; garbage collection is in it.
  const before = process.cpuUsage()
  const { entities, relations } = resolve(claims, schema, { ranker })
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  return {
    documents,
    things: world.length,
    mentions: claims.reduce((sum, c) => sum + c.mentions.length, 0),
    claims: claims.reduce((sum, c) => sum + c.claims.length, 0),
    entities: entities.length,
    relations: relations.length,
    seconds: Math.round(10 * seconds) / 10,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

if (values.help) console.log(usage)
else if (values.one) process.stdout.write(JSON.stringify(measure(Number(values.one))))
else {
  const rows: Measure[] = values.documents.split(',').map((documents) => {
    const args = [...process.execArgv, process.argv[1]!, '--one', documents]
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measure
  })
  if (values.json) console.log(JSON.stringify(rows))
  else {
    const cost = ({ documents }: Measure): number => documents * Math.log2(documents)
    const first = rows[0]!
    console.log('documents  things  mentions   claims  entities  seconds    MB  against n log n')
    for (const row of rows) {
      const growth = row.seconds / first.seconds / (cost(row) / cost(first))
      const cells = [
        row.documents,
        row.things,
        row.mentions,
        row.claims,
        row.entities,
        row.seconds.toFixed(1),
      ]
      const widths = [9, 8, 10, 9, 10, 9]
      console.log(
        `${cells.map((c, i) => String(c).padStart(widths[i]!)).join('')}${String(row.megabytes).padStart(6)}${growth.toFixed(2).padStart(17)}`,
      )
    }
  }
}
