import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { heldOutCalibration, precisionOf } from './precision/calibration.ts'
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
                           [--relation NAME] [--draw] [--judge FILE] [--rules] [--fit FILE] [--json]

Draws claims of the schema and open ones from documents and says how many of them were judged right. INPUT is a
list of {id, text} (.json), a treebank (.conllu), or what "redthread build" takes.

  --draw   prints those of the draw that are not judged yet, each with its key and its sentence
  --judge  takes rulings on the claims of the draw from a file, a line each: KEY right, or KEY wrong REASON
           (${Object.keys(reasons).join(', ')})
  --rules  prints how often each rule was judged right, over all judgements of the files
  --fit    writes the same to a file: schema/precision.json is where confidences come from

--judgements may be given more than once: a claim counts as judged where one of the files has it, and rulings are added
to the first. Without INPUT nothing is drawn.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    judgements: { type: 'string', multiple: true, default: ['bench/judgements/claims.jsonl'] },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    kind: { type: 'string' },
    relation: { type: 'string' },
    draw: { type: 'boolean', default: false },
    judge: { type: 'string' },
    rules: { type: 'boolean', default: false },
    fit: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

/** Adds rulings on the claims of a draw to the judgements; throws with the line that cannot be used. */
function take(rulings: string, drawn: readonly PlacedClaim[], judged: Map<string, Judgement>): void {
  const rows = new Map(drawn.map((claim) => [keyOf(rowOf(claim)), rowOf(claim)]))
  for (const line of rulings.split('\n').filter((l) => l.trim() !== '')) {
    const [key = '', verdict, why] = line.trim().split(/\s+/)
    const row = rows.get(key)
    if (!row) continue
    if (verdict === 'right' && why === undefined) judged.set(key, { ...row, verdict })
    else if (verdict === 'wrong' && why && reasons[why]) judged.set(key, { ...row, verdict, why })
    else throw new Error(`"${line}": write "right", or "wrong" and one of ${Object.keys(reasons).join(', ')}`)
  }
}

/** What was judged of the claims of one kind that are drawn today. */
function scoreOf(
  claims: readonly PlacedClaim[],
  kind: 'schema' | 'open',
  judged: Map<string, Judgement>,
  known: ReadonlyMap<string, Judgement>,
) {
  const ruling = (claim: PlacedClaim): Judgement | undefined => {
    const key = keyOf(rowOf(claim))
    return judged.get(key) ?? known.get(key)
  }
  const all = claims.filter(
    ({ claim }) =>
      claim.open === (kind === 'open') &&
      (values.relation === undefined || values.relation === claim.relation),
  )
  const drawn = draw(all, values.seed, Number(values.count))
  if (values.judge !== undefined) take(readFileSync(values.judge, 'utf8'), drawn, judged)
  if (values.draw) for (const claim of drawn) if (!ruling(claim)) console.log(sheetOf(claim))
  const rulings = drawn.flatMap((claim) => ruling(claim) ?? [])
  const right = rulings.filter((r) => r.verdict === 'right').length
  const why: Record<string, number> = {}
  for (const r of rulings) if (r.why) why[r.why] = (why[r.why] ?? 0) + 1
  const precision = rulings.length === 0 ? undefined : right / rulings.length
  return { claims: all.length, drawn: drawn.length, judged: rulings.length, right, precision, why }
}

async function main(): Promise<void> {
  if (positionals.length === 0 && !values.rules && values.fit === undefined) {
    console.log(usage)
    return
  }
  const [first = '', ...others] = values.judgements
  const judged = readJudgements(first)
  const known = new Map([...others.flatMap((file) => [...readJudgements(file)]), ...judged])
  const claims = placedClaims(await readInputs(positionals))
  const report: Record<string, unknown> = {}
  for (const kind of ['schema', 'open'] as const) {
    if (positionals.length === 0 || (values.kind ?? kind) !== kind) continue
    const score = scoreOf(claims, kind, judged, known)
    report[kind] = score
    if (!values.json)
      console.log(
        `${kind}: ${score.claims} claims, ${score.drawn} drawn, ${score.judged} judged, ${score.right} right, ` +
          `precision ${score.precision?.toFixed(3) ?? '-'} ` +
          `(${Object.entries(score.why)
            .map(([reason, n]) => `${reason} ${n}`)
            .join(', ')})`,
      )
  }
  if (values.judge !== undefined) writeJudgements(first, judged)
  const rulings = [...new Map([...known, ...judged]).values()]
  const calibration = heldOutCalibration(rulings)
  report.calibration = calibration
  if (values.json) console.log(JSON.stringify(report, null, 2))
  else
    console.log(
      `calibration over ${calibration.judged} judgements, each fifth scored by the others: ` +
        `error ${calibration.ece.toFixed(3)}, Brier ${calibration.brier.toFixed(3)}`,
    )
  const precision = precisionOf(rulings)
  if (values.rules)
    for (const [rule, [right, count]] of Object.entries(precision))
      console.log(`${right}/${count}  ${rule.replace('\t', '  ')}`)
  if (values.fit !== undefined) writeFileSync(values.fit, `${JSON.stringify(precision, null, 2)}\n`)
}

await main()
