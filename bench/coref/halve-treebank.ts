import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readOntogum } from './read-ontogum.ts'

const usage = `tsx bench/coref/halve-treebank.ts --ontogum TRAIN --treebanks DIR --out DIR

Writes the treebanks twice, to OUT/0 and OUT/1: every other document of OntoGUM is left out of the one, the rest of them
of the other. An engine learnt from OUT/0 has not seen documents 0, 2, 4 and so on, one learnt from OUT/1 not the others.`

const { values } = parseArgs({
  options: {
    ontogum: { type: 'string' },
    treebanks: { type: 'string' },
    out: { type: 'string' },
  },
})

function halve(ontogum: string, treebanks: string, out: string): void {
  const place = new Map(readOntogum(readFileSync(ontogum, 'utf8')).map(({ id }, index) => [id, index]))
  const halves: [string[], string[]] = [[], []]
  let document = ''
  for (const sentence of readFileSync(join(treebanks, 'gum-free-train.conllu'), 'utf8')
    .trim()
    .split('\n\n')) {
    document = /^# newdoc id = (\S+)/m.exec(sentence)?.[1] ?? document
    halves.forEach((kept, half) => {
      if (place.get(document)! % 2 !== half) kept.push(sentence)
    })
  }
  halves.forEach((kept, half) => {
    const folder = join(out, String(half))
    mkdirSync(folder, { recursive: true })
    for (const name of ['ewt-train', 'ewt-dev', 'gum-free-dev'])
      copyFileSync(join(treebanks, `${name}.conllu`), join(folder, `${name}.conllu`))
    writeFileSync(join(folder, 'gum-free-train.conllu'), `${kept.join('\n\n')}\n\n`)
  })
}

const { ontogum, treebanks, out } = values
if (ontogum === undefined || treebanks === undefined || out === undefined) {
  console.error(usage)
  process.exitCode = 2
} else halve(ontogum, treebanks, out)
