import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { standingOf } from '../../src/extract/standing.ts'
import { annotated } from './read-claims.ts'

const cases = readFileSync(new URL('standing-cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [sentence, polarity, modality] = line.split(' | ') as [string, string, string]
    return { text: sentence.replace(/[[\]]/g, ''), at: sentence.indexOf('['), polarity, modality }
  })
const found = cases.map(({ text, at }) => {
  const document = annotated(text)
  const standing = standingOf(
    document,
    document.tree.tokens.findIndex((token) => token.start === at),
  )
  return { polarity: standing.polarity === 'positive' ? '+' : '-', modality: standing.modality }
})

describe('the challenge file of polarity and modality', () => {
  it('has at least two hundred cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200)
  })

  it('is read with the right polarity in 95 of 100 cases', () => {
    const right = cases.filter((c, i) => found[i]?.polarity === c.polarity).length
    expect(right / cases.length).toBeGreaterThanOrEqual(0.95)
  })

  it('is read with the right modality in 90 of 100 cases', () => {
    const right = cases.filter((c, i) => found[i]?.modality === c.modality).length
    expect(right / cases.length).toBeGreaterThanOrEqual(0.9)
  })

  it('takes no denial for anything else', () => {
    const wrong = cases.filter((c, i) => c.modality === 'denied' && found[i]?.modality !== 'denied')
    expect(wrong.map((c) => c.text)).toEqual([])
  })
})
