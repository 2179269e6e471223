import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuildResult, build } from '../../../src/build.ts'
import { extrasOf } from '../../../src/export/page-extras.ts'
import type { SerializedGraph } from '../../../src/model/graph.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { serveGraph } from '../../../src/serve/serve-graph.ts'
import { type OpenBrowser, openBrowser } from '../../browser/open-browser.ts'
import { essence } from '../essence.ts'
import { openPage, placeOf } from './open-page.ts'

const samples = fileURLToPath(new URL('../../../data/samples', import.meta.url))
const out = mkdtempSync(join(tmpdir(), 'redthread-decide-'))
let browser: OpenBrowser
let first: BuildResult
beforeAll(async () => {
  browser = await openBrowser([], { reducedMotion: 'reduce' })
  first = await build({ inputs: [samples], out })
})
afterAll(() => browser.close())

const open = () =>
  openPage(browser, {
    graph: first.graph!,
    documents: [...first.documents],
    extras: extrasOf(out, loadSchema().schema),
  })

/** Closes a page; nothing of it may be there for the next. */
async function close(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.clear())
  await page.close()
}

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Graph', exact: true }).click()
  await page.locator('#search').fill(label)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.node-detail h2').textContent()).toBe(label)
  if (
    !(await page
      .locator('details.decide')
      .getAttribute('open')
      .then((value) => value !== null))
  )
    await page.getByText('Put right').click()
}

/** Makes one decision of every kind, as a reader does. */
async function decideAll(page: Page): Promise<void> {
  const form = page.locator('details.decide')
  await choose(page, 'Anton Vale')
  await form.getByRole('button', { name: 'Rename' }).click()
  await form.getByRole('textbox').fill('Captain Vale')
  await page.keyboard.press('Enter')
  await choose(page, 'Radio Varnholm')
  await form.getByRole('button', { name: 'Change type' }).click()
  await form.getByRole('combobox').selectOption('Facility')
  await choose(page, 'Olga Brandt')
  await form.getByRole('button', { name: 'Add a note' }).click()
  await form.getByRole('textbox').fill('Ask the ministry')
  await page.keyboard.press('Enter')
  await choose(page, 'Hanna Lindqvist')
  await form.getByRole('button', { name: 'Reject' }).click()
  await form.getByRole('button', { name: 'Reject' }).last().click()
  await choose(page, 'Ruth Amsel')
  await form.getByRole('button', { name: 'Split' }).click()
  await form.getByRole('checkbox').last().check()
  await form.getByRole('textbox').fill('Rita Amsel')
  await page.keyboard.press('Enter')
  await choose(page, 'Lena Okafor')
  const holds = page.locator('.edges button').filter({ hasText: 'mayor of Varnholm' }).first()
  await holds.click()
  await page.getByRole('button', { name: 'It holds' }).click()
  await choose(page, 'Lena Okafor')
  await page.locator('.edges button').filter({ hasText: 'called on' }).first().click()
  await page.getByRole('button', { name: 'It does not hold' }).click()
  await choose(page, 'Nordkai Shipping')
  await form.getByRole('button', { name: 'Keep apart from' }).click()
  await form.getByRole('combobox').fill('Nordkai')
  await form
    .getByRole('option')
    .filter({ hasNotText: 'Nordkai Shipping' })
    .or(form.getByRole('option'))
    .first()
    .click()
  await page.getByRole('button', { name: /^Decide/ }).click()
  await page
    .locator('.suggestions li')
    .filter({ hasText: 'Varnholm Port Authority' })
    .getByRole('button', { name: 'One and the same' })
    .click()
}

/** The graph that the page shows, as it saves it. */
async function shownGraph(page: Page): Promise<SerializedGraph> {
  await page.getByText('Save and share').click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'all evidence, JSON' }).click()
  return JSON.parse(readFileSync(await (await download).path(), 'utf8')) as SerializedGraph
}

describe('decisions in a page from disk', () => {
  test('show at once, are saved as decisions.yaml, and give after a build what the page showed', async () => {
    const { page, errors } = await open()
    const before = essence(await shownGraph(page))
    await decideAll(page)
    await expect.poll(() => page.locator('.rulings li').count()).toBe(9)
    expect(essence(await shownGraph(page))).not.toEqual(before)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save decisions.yaml' }).click()
    const file = await (await download).path()
    await expect.poll(() => page.locator('.rulings .is-saved').count()).toBe(9)
    const shown = essence(await shownGraph(page))
    const built = await build({ inputs: [samples], decisions: file })
    expect(built.problems.filter(({ code }) => code.startsWith('decision'))).toEqual([])
    expect(shown).toEqual(essence(built.graph!.export() as SerializedGraph))
    expect(errors).toEqual([])
    await close(page)
  })

  test('can be taken back and made again one by one, and outlast a reload', async () => {
    const { page } = await open()
    await choose(page, 'Lena Okafor')
    await page.locator('details.decide').getByRole('button', { name: 'Rename' }).click()
    await page.locator('details.decide').getByRole('textbox').fill('Mayor Okafor')
    await page.keyboard.press('Enter')
    const heading = page.locator('.node-detail h2')
    await expect.poll(() => heading.textContent()).toBe('Mayor Okafor')
    await page.locator('body').press('Control+z')
    await expect.poll(() => heading.textContent()).toBe('Lena Okafor')
    await page.locator('body').press('Control+Shift+z')
    await expect.poll(() => heading.textContent()).toBe('Mayor Okafor')
    await page.reload()
    await expect.poll(() => heading.textContent()).toBe('Mayor Okafor')
    await close(page)
  })
})

describe('decisions in a page of the local server', () => {
  test('are written into decisions.yaml, and the next build keeps them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redthread-served-'))
    await build({ inputs: [samples], out: folder })
    const serving = await serveGraph({ outDir: folder })
    const page = await browser.context.newPage()
    try {
      await page.goto(serving.url)
      await page.locator('.status .shown').waitFor()
      await decideAll(page)
      await page.getByRole('textbox', { name: 'Your name' }).fill('Ada')
      await page.getByRole('button', { name: 'Write to decisions.yaml' }).click()
      await expect.poll(() => page.locator('.rulings .is-saved').count()).toBe(9)
      const shown = essence(await shownGraph(page))
      expect(readFileSync(join(folder, 'decisions.yaml'), 'utf8').match(/by: Ada/g)).toHaveLength(9)
      const built = await build({ inputs: [samples], out: folder })
      expect(built.problems.filter(({ code }) => code.startsWith('decision'))).toEqual([])
      expect(shown).toEqual(essence(built.graph!.export() as SerializedGraph))
      // the new graph has them in it: nothing is left to be decided
      await page.reload()
      await page.locator('.status .shown').waitFor()
      expect(await page.locator('.rulings li').count()).toBe(0)
      expect(essence(await shownGraph(page))).toEqual(shown)
    } finally {
      await close(page)
      await serving.close()
    }
  })

  test('that are made while others are written wait for the next time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redthread-served-'))
    cpSync(out, folder, { recursive: true })
    const serving = await serveGraph({ outDir: folder })
    const page = await browser.context.newPage()
    const note = async (text: string): Promise<void> => {
      const form = page.locator('details.decide')
      await choose(page, 'Olga Brandt')
      await form.getByRole('button', { name: 'Add a note' }).click()
      await form.getByRole('textbox').fill(text)
      await page.keyboard.press('Enter')
    }
    const write = async (): Promise<void> => {
      await page.getByRole('button', { name: /^Decide/ }).click()
      await page.getByRole('button', { name: 'Write to decisions.yaml' }).click()
    }
    try {
      let answer = (): void => {}
      const asked = new Promise<void>((resolve) => {
        answer = resolve
      })
      await page.route('**/api/decisions', async (route) => {
        await asked
        await route.continue()
      })
      await page.goto(serving.url)
      await page.locator('.status .shown').waitFor()
      await note('First')
      await write()
      await note('Second')
      answer()
      await page.getByRole('button', { name: /^Decide/ }).click()
      await expect.poll(() => page.locator('.rulings .is-saved').count()).toBe(1)
      await write()
      await expect.poll(() => page.locator('.rulings .is-saved').count()).toBe(2)
      const notes = readFileSync(join(folder, 'decisions.yaml'), 'utf8').match(/note: \S+/g)
      expect(notes).toEqual(['note: First', 'note: Second'])
    } finally {
      await close(page)
      await serving.close()
    }
  })
})

describe('places of entities', () => {
  test('that were put by hand stay through a new layout and a reload', async () => {
    const { page, errors, requests } = await open()
    const key = first.graph!.findNode((_, { label }) => label === 'Ruth Amsel')!
    const other = first.graph!.findNode((_, { label }) => label === 'Lena Okafor')!
    const from = await placeOf(page, key)
    await page.mouse.move(Math.round(from.x), Math.round(from.y))
    await page.mouse.down()
    await page.mouse.move(Math.round(from.x) + 40, Math.round(from.y) - 30)
    await page.mouse.move(Math.round(from.x) + 90, Math.round(from.y) - 60)
    await page.mouse.up()
    const put = await placeOf(page, key)
    expect([put.x, put.y]).toEqual([expect.closeTo(from.x + 90, 0), expect.closeTo(from.y - 60, 0)])
    expect(await page.locator('.node-detail').count()).toBe(0)
    const otherBefore = await placeOf(page, other)
    await page.getByRole('button', { name: 'Lay out what is drawn anew' }).click()
    await page.getByRole('button', { name: 'Stop the layout' }).waitFor({ state: 'detached' })
    const moved = await placeOf(page, other)
    expect(Math.hypot(moved.x - otherBefore.x, moved.y - otherBefore.y)).toBeGreaterThan(5)
    const still = await placeOf(page, key)
    expect([still.x, still.y]).toEqual([expect.closeTo(put.x, 1), expect.closeTo(put.y, 1)])
    await expect.poll(() => page.url()).toContain('#c=')
    await page.reload()
    await page.locator('.status .shown').waitFor()
    const again = await placeOf(page, key)
    expect([again.x, again.y]).toEqual([expect.closeTo(put.x, 0), expect.closeTo(put.y, 0)])
    expect(errors).toEqual([])
    expect(requests.filter((url) => !/^(blob|data|file):/.test(url))).toEqual([])
    await close(page)
  })
})
