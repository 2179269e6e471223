/**
 * Builds two inputs into one folder, in turn, until it is killed: `node rebuild-forever.mjs INPUT INPUT OUT`. Says
 * when it starts, and after the first round how many milliseconds it took.
 */
import { build } from '../../dist/index.js'

const [one, other, out] = process.argv.slice(2)
process.stdout.write('started 1000\n')
for (let round = 0; ; round++) {
  const start = performance.now()
  await build({ inputs: [one], out, jobs: 0 })
  await build({ inputs: [other], out, jobs: 0 })
  if (round === 0) process.stdout.write(`running ${Math.ceil(performance.now() - start)}\n`)
}
