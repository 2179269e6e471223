import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../../src/model/graph.ts'
import { type OpenBrowser, openBrowser } from '../../browser/open-browser.ts'
import { madeGraph } from '../made-graph.ts'
import { builtPage, openPage, placeOf } from './open-page.ts'

const made = madeGraph({ nodes: 60, edges: 110 })
const graph = made.graph.export() as SerializedGraph
const large = madeGraph({ nodes: 700, edges: 1600, seed: 2 })

describe('the page in a browser with WebGL', () => {
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser([], { reducedMotion: 'reduce' })
  })
  afterAll(() => browser.close())

  test('is at most 450 kB of code', () => {
    expect(Buffer.byteLength(builtPage())).toBeLessThanOrEqual(450_000)
  })

  test('draws itself anew when the WebGL context is lost', async () => {
    const { page } = await openPage(browser, made)
    const key = graph.nodes[9]!.key
    const before = await placeOf(page, key)
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.sigma-nodes')!
      canvas.dataset.old = ''
      const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
      context!.getExtension('WEBGL_lose_context')!.loseContext()
    })
    await expect.poll(() => page.locator('.sigma-nodes:not([data-old])').count()).toBe(1)
    await expect.poll(async () => (await placeOf(page, key)).x).toBeCloseTo(before.x, 2)
    const { x, y } = await placeOf(page, key)
    expect(y).toBeCloseTo(before.y, 2)
    await page.mouse.click(x, y)
    await expect.poll(() => page.locator('.node-detail').count()).toBe(1)
    await page.close()
  })

  test('opens graphs of no node and of one', async () => {
    for (const nodes of [0, 1]) {
      const { page, errors } = await openPage(browser, madeGraph({ nodes, edges: 0 }))
      expect(await page.locator('.status .shown').textContent()).toBe(
        `${nodes} ${nodes === 1 ? 'entity' : 'entities'}, 0 relations`,
      )
      expect(errors).toEqual([])
      await page.close()
    }
  })

  test('says so when there is no graph in it', async () => {
    const page = await browser.context.newPage()
    await page.goto(new URL('../../../viewer/dist/index.html', import.meta.url).href)
    await expect.poll(() => page.locator('[role="alert"]').textContent()).toContain('redthread view OUT')
    await page.close()
  })

  test('lets no two labels overlap, and keeps them while the drawing is moved', async () => {
    const { page } = await openPage(browser, large)
    const labels = () => page.evaluate(() => window.redthread!.renderer.labels())
    const before = await labels()
    expect(before.length).toBeGreaterThan(40)
    const boxes = before.flatMap(({ boxes }, label) => boxes.map((box) => ({ ...box, label })))
    const overlaps = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (other) =>
            other.label !== one.label &&
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ),
    )
    expect(overlaps).toEqual([])
    await page.evaluate(() => window.redthread!.renderer.pan(140, -60))
    await expect
      .poll(async () => (await labels())[0]!.boxes[0]!.left)
      .toBeCloseTo(before[0]!.boxes[0]!.left + 140, 0)
    expect((await labels()).map(({ text }) => text)).toEqual(before.map(({ text }) => text))
    await page.close()
  })

  test('opens with 300 of many entities, shows more when asked, and goes back', async () => {
    const { page } = await openPage(browser, large)
    const shown = page.locator('.status .shown')
    expect(await shown.textContent()).toMatch(/^300 of 700 entities/)
    await page.getByRole('button', { name: 'Show 300 more' }).click()
    await expect.poll(() => shown.textContent()).toMatch(/^600 of 700 entities/)
    await page.getByRole('button', { name: 'Back to 300' }).click()
    await expect.poll(() => shown.textContent()).toMatch(/^300 of 700 entities/)
    const ring = await page.evaluate(
      () => window.redthread!.renderer.labels().find(({ text }) => /and \d+ more$/.test(text))?.text,
    )
    expect(ring).toBeDefined()
    await page.close()
  })

  test('opens the ring of a community, and takes back what came from it', async () => {
    const { page } = await openPage(browser, large)
    const communities = new Set(large.graph.mapNodes((_, { community }) => community))
    const keys = [...communities].map((community) => `group ${community}`)
    const key = await page.evaluate(
      (all) => all.find((one) => window.redthread!.renderer.placeOf(one) !== undefined),
      keys,
    )
    const { x, y } = await placeOf(page, key!)
    await page.mouse.click(x, y)
    const shown = page.locator('.status .shown')
    await expect.poll(() => shown.textContent()).not.toMatch(/^300 of/)
    await page.getByRole('button', { name: /^Remove \d+ added/ }).click()
    await expect.poll(() => shown.textContent()).toMatch(/^300 of 700 entities/)
    await page.close()
  })

  test('shows the same in the table as in the drawing, under the same filters', async () => {
    const { page } = await openPage(browser, made)
    await page.getByLabel('Only person').click({ force: true })
    const shown = (await page.locator('.status .shown').textContent())!
    const type = new Map(graph.nodes.map(({ key, attributes }) => [key, attributes.type]))
    const between = graph.edges.filter(
      ({ source, target }) => type.get(source) === 'person' && type.get(target) === 'person',
    )
    expect(shown).toMatch(new RegExp(`, ${between.length} relations$`))
    await page.getByRole('button', { name: 'Table' }).click()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(between.length)
    await page.getByRole('button', { name: 'Confidence', exact: true }).click()
    const values = (await page.locator('tbody tr td:last-child').allTextContents()).map(Number)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('Confidence')
    await page.close()
  })

  test('lists both sides of a contradiction and everything denied', async () => {
    const { page } = await openPage(browser, made)
    await page.getByRole('button', { name: 'Disputed' }).click()
    expect(await page.locator('.contradiction .side').count()).toBe(2)
    const denied = graph.edges.filter(
      ({ attributes }) => attributes.polarity === 'negative' || attributes.modality === 'denied',
    )
    const listed = graph.attributes.contradictions.flatMap(({ edges }) => edges)
    expect(await page.locator('.disputed > .sides .side').count()).toBe(
      denied.filter(({ key }) => !listed.includes(key)).length,
    )
    await page.close()
  })

  test('gives every control a name', async () => {
    const { page } = await openPage(browser, made)
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, input, [role]')]
        .filter((control) => {
          const name =
            control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.textContent
          return (
            (name ?? '').trim() === '' && !['status', 'document'].includes(control.getAttribute('role') ?? '')
          )
        })
        .map((control) => control.outerHTML),
    )
    expect(nameless).toEqual([])
    await page.close()
  })

  test.each(['light', 'dark'] as const)('has text of contrast 4.5 or more in %s colours', async (theme) => {
    const { page } = await openPage(browser, made)
    const pairs = await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
      const style = getComputedStyle(document.documentElement)
      const rgb = (variable: string): number[] => {
        const written = style.getPropertyValue(variable).trim()
        const hex = written.length === 4 ? written.replace(/[^#]/g, '$&$&') : written
        return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      }
      const light = (color: number[]): number => {
        const [r, g, b] = color.map((part) =>
          part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
        )
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
      }
      return [
        ['--text', '--panel'],
        ['--text', '--stage'],
        ['--text', '--raised'],
        ['--quiet', '--panel'],
        ['--quiet', '--stage'],
        ['--quiet', '--raised'],
        ['--accent', '--panel'],
        ['--accent', '--accent-soft'],
        ['--added', '--panel'],
        ['--removed', '--panel'],
        ['--changed', '--panel'],
        ['--zone', '--panel'],
        ['--text', '--subject'],
        ['--text', '--relation'],
        ['--text', '--object'],
        ['--text', '--accent-soft'],
      ].map(([front, back]) => {
        const [a, b] = [light(rgb(front!)), light(rgb(back!))]
        return { pair: `${front} on ${back}`, contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) }
      })
    }, theme)
    expect(pairs.filter(({ contrast }) => !(contrast >= 4.5))).toEqual([])
    await page.close()
  })
})

describe('the page without WebGL', () => {
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser(['--disable-3d-apis'])
  })
  afterAll(() => browser.close())

  test('draws with SVG what can be clicked, and says so', async () => {
    const { page, errors } = await openPage(browser, made)
    expect(await page.locator('.notice').textContent()).toContain('WebGL')
    expect(await page.locator('.canvas circle[data-node]').count()).toBe(graph.nodes.length)
    const { key } = graph.nodes[12]!
    const { x, y } = await placeOf(page, key)
    await page.mouse.click(x, y)
    await expect.poll(() => page.locator('.node-detail').getAttribute('data-node')).toBe(key)
    await page.locator('.edges button').first().click()
    await expect.poll(() => page.locator('.evidence').count()).toBeGreaterThan(0)
    expect(errors).toEqual([])
    await page.close()
  })
})

describe('the page on a touch screen', () => {
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser([], { hasTouch: true })
  })
  afterAll(() => browser.close())

  test('opens what is tapped', async () => {
    const { page } = await openPage(browser, made)
    const { key } = graph.nodes[12]!
    const { x, y } = await placeOf(page, key)
    await page.touchscreen.tap(x, y)
    await expect.poll(() => page.locator('.node-detail').getAttribute('data-node')).toBe(key)
    await page.close()
  })
})
