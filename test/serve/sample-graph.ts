import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from '../../src/build.ts'

/** Builds the samples into a fresh folder and gives its path. */
export async function builtSamples(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'redthread-samples-'))
  const { status } = await build({ inputs: [resolve(import.meta.dirname, '../../data/samples')], out })
  if (status !== 'built') throw new Error('The samples could not be built.')
  return out
}

/** What to ask each question so that it has an answer in the samples, or in any graph with these two people. */
export const exampleQuestions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  relations: { about: 'Ruth Amsel' },
  entities: { type: 'Person' },
  show: { name: 'Ruth Amsel' },
  path: { from: 'Ruth Amsel', to: 'Lena Okafor' },
  neighbours: { name: 'Lena Okafor' },
  timeline: { since: '2028' },
  search: { words: 'depth readings' },
  contradictions: {},
  evidence: { speaker: 'Ruth Amsel' },
  why: { from: 'Ruth Amsel', to: 'Lena Okafor' },
  stats: {},
}
