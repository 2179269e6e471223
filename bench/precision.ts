import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { draw } from './precision/draw.ts'
import {
  type Judgement,
  keyOf,
  readJudgements,
  reasons,
  rowOf,
  writeJudgements,
} from './precision/judgement.ts'
import { type PlacedClaim, placedClaims } from './precision/placed-claims.ts'
import { readInputs } from './precision/read-inputs.ts'
import { sheetOf } from './precision/sheet.ts'

const usage = `npm run bench:precision -- INPUT... [--judgements FILE] [--seed 1] [--count 100] [--kind schema|open]
                           [--relation NAME] [--draw] [--judge FILE] [--json]

Draws claims of the schema and open ones from documents and says how many of them were judged right. INPUT is a
list of {id, text} (.json), a treebank (.conllu), or what "redthread build" takes.

  --draw   prints those of the draw that are not judged yet, each with its key and its sentence
  --judge  takes rulings on the claims of the draw from a file, a line each: KEY right, or KEY wrong REASON
           (${Object.keys(reasons).join(', ')})`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    judgements: { type: 'string', default: 'bench/judgements/claims.jsonl' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    kind: { type: 'string' },
    relation: { type: 'string' },
    draw: { type: 'boolean', default: false },
    judge: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

/** Adds rulings to the judgements; throws with the line that cannot be used. */
function take(rulings: string, drawn: readonly PlacedClaim[], judged: Map<string, Judgement>): void {
  const rows = new Map(drawn.map((claim) => [keyOf(rowOf(claim)), rowOf(claim)]))
  for (const line of rulings.split('\n').filter((l) => l.trim() !== '')) {
    const [key = '', verdict, why] = line.trim().split(/\s+/)
    const row = rows.get(key)
    if (!row) throw new Error(`"${line}": no claim of this draw has this key`)
    if (verdict === 'right' && why === undefined) judged.set(key, { ...row, verdict })
    else if (verdict === 'wrong' && why && reasons[why]) judged.set(key, { ...row, verdict, why })
    else throw new Error(`"${line}": write "right", or "wrong" and one of ${Object.keys(reasons).join(', ')}`)
  }
}

async function main(): Promise<void> {
  if (positionals.length === 0) {
    console.log(usage)
    return
  }
  const claims = placedClaims(await readInputs(positionals))
  const judged = readJudgements(values.judgements)
  const kinds = (['schema', 'open'] as const).filter(
    (kind) => values.kind === undefined || values.kind === kind,
  )
  const report: Record<string, unknown> = {}
  for (const kind of kinds) {
    const all = claims.filter(
      ({ claim }) =>
        claim.open === (kind === 'open') &&
        (values.relation === undefined || values.relation === claim.relation),
    )
    const drawn = draw(all, values.seed, Number(values.count))
    if (values.judge !== undefined) take(readFileSync(values.judge, 'utf8'), drawn, judged)
    if (values.draw)
      for (const claim of drawn) if (!judged.has(keyOf(rowOf(claim)))) console.log(sheetOf(claim))
    const rulings = drawn.flatMap((claim) => judged.get(keyOf(rowOf(claim))) ?? [])
    const right = rulings.filter((r) => r.verdict === 'right').length
    const why: Record<string, number> = {}
    for (const r of rulings) if (r.why) why[r.why] = (why[r.why] ?? 0) + 1
    report[kind] = { claims: all.length, drawn: drawn.length, judged: rulings.length, right, why }
    if (!values.json)
      console.log(
        `${kind}: ${all.length} claims, ${drawn.length} drawn, ${rulings.length} judged, ${right} right, ` +
          `precision ${rulings.length === 0 ? '-' : (right / rulings.length).toFixed(3)} ` +
          `(${Object.entries(why)
            .map(([reason, n]) => `${reason} ${n}`)
            .join(', ')})`,
      )
  }
  if (values.judge !== undefined) writeJudgements(values.judgements, judged)
  if (values.json) console.log(JSON.stringify(report, null, 2))
}

await main()
