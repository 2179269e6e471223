import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from '../../browser/open-browser.ts'
import { madeGraph } from '../made-graph.ts'
import { openPage } from './open-page.ts'

const made = madeGraph({ nodes: 60, edges: 110 })
let browser: OpenBrowser
beforeAll(async () => {
  browser = await openBrowser([], { reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

describe('the language of the page', () => {
  test('is switched as a whole, and is part of the address', async () => {
    const { page, errors } = await openPage(browser, made)
    await page.getByRole('button', { name: 'Français' }).click()
    await expect.poll(() => page.locator('.status .shown').textContent()).toBe('60 entités, 110 relations')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr')
    const words = await page.locator('.header, .facets, .status, .summary').allInnerTexts()
    for (const english of ['Graph\n', 'Filters', 'Timeline', 'Save and share', 'At the centre', 'asserted'])
      expect(words.join('\n')).not.toContain(english)
    await expect.poll(() => page.url()).toContain('l=fr')
    await page.reload()
    await expect.poll(() => page.locator('.status .shown').textContent()).toBe('60 entités, 110 relations')
    expect(errors).toEqual([])
    await page.close()
  })
})

describe('the hint', () => {
  test('is there at first and does not come back', async () => {
    const { page } = await openPage(browser, made)
    await page.getByRole('button', { name: 'Got it' }).click()
    await expect.poll(() => page.locator('.hint-card').count()).toBe(0)
    await page.reload()
    await page.locator('.summary').waitFor()
    expect(await page.locator('.hint-card').count()).toBe(0)
    await page.close()
  })
})

describe('on paper', () => {
  test('the drawing has every entity and relation, in light colours, without what can only be clicked', async () => {
    const { page } = await openPage(browser, made)
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark'
      dispatchEvent(new Event('beforeprint'))
    })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.printed [data-node]').count()).toBe(60)
    expect(await page.locator('.printed [data-edge]').count()).toBe(110)
    expect(await page.locator('.printed').isVisible()).toBe(true)
    for (const part of ['.header', '.facets', '.canvas', '.status'])
      expect(await page.locator(part).isVisible()).toBe(false)
    expect(await page.locator('.printed svg > rect').getAttribute('fill')).toBe('#faf9f6')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    expect(await page.locator('.printed [data-node]').count()).toBe(0)
    await page.close()
  })
})
