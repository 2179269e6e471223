import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGraph, settleFolder } from '../../src/graph/index.ts'
import { hashes, outputFiles } from './made-documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'redthread-killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [one, other] = [join(folder, 'one'), join(folder, 'other')]
// The built package, as in the process that is killed: what claims were made from names its code.
const { build } = (await import(
  pathToFileURL(join(import.meta.dirname, '../../dist/index.js')).href
)) as typeof import('../../src/index.ts')
const script = join(import.meta.dirname, 'rebuild-forever.mjs')

/** Two inputs whose documents have the same names: a mixture of both builds would be a graph of wrong quotes. */
function writeInputs(): void {
  for (const [input, who] of [
    [one, 'Ruth Amsel'],
    [other, 'Lena Okafor'],
  ] as const) {
    mkdirSync(input)
    for (let i = 0; i < 3; i++)
      writeFileSync(
        join(input, `${i}.txt`),
        `${who} met Tom Keller in Varnholm.\n\nThe union ${i} criticised ${who}.\n`,
      )
  }
}

/** Numbers from 0 to 1 that are the same at every run (Park and Miller 1988). */
function* fractions(): Generator<number> {
  for (let state = 20310306; ; ) {
    state = (state * 48271) % 2147483647
    yield state / 2147483647
  }
}

/** Starts rebuilding, kills it at some part of a round after it has said a word, and waits until it is gone. */
async function killAfter(out: string, word: string, part: number): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [script, one, other, out], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  let said = ''
  let round: string | undefined
  for await (const words of child.stdout!) {
    said += words
    round = new RegExp(`${word} (\\d+)\n`).exec(said)?.[1]
    if (round !== undefined) break
  }
  await wait(part * Number(round))
  child.kill('SIGKILL')
  await gone
}

let whole: string[][]
beforeAll(async () => {
  writeInputs()
  const clean = [one, other].map((input) => ({ input, out: `${input}-clean` }))
  for (const { input, out } of clean) await build({ inputs: [input], out, jobs: 0 })
  whole = clean.map(({ out }) => hashes(out))
})

describe('a build that is killed', () => {
  it('leaves the old graph or the new one, and the next build goes on, at 100 moments', async () => {
    const moments = fractions()
    // Two folders at once: one process is killed while the other works.
    const killFifty = async (name: string): Promise<Set<number>> => {
      const out = join(folder, name)
      const seen = new Set<number>()
      for (let kill = 0; kill < 50; kill++) {
        await killAfter(out, kill < 10 ? 'started' : 'running', moments.next().value!)
        settleFolder(out)
        if (!existsSync(join(out, 'graph.json'))) {
          // Killed before the first build had ended: no file of it is in its place.
          expect(
            existsSync(out) ? readdirSync(out).filter((file) => outputFiles.includes(file)) : [],
          ).toEqual([])
          continue
        }
        const found = hashes(out)
        const which = whole.findIndex((set) => set[0] === found[0])
        expect(which).toBeGreaterThanOrEqual(0)
        expect(found).toEqual(whole[which])
        seen.add(which)
        expect(openGraph(out).graph.order).toBeGreaterThan(3)
      }
      await build({ inputs: [one], out, jobs: 0 })
      expect(hashes(out)).toEqual(whole[0])
      expect(readdirSync(out).sort()).toEqual([...outputFiles].sort())
      return seen
    }
    const seen = await Promise.all([killFifty('first'), killFifty('second')])
    // The moments fall into both kinds of build, or the test would see too little.
    for (const kinds of seen) expect(kinds.size).toBe(2)
  }, 600_000)
})
