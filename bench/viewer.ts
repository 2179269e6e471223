/**
 * Measures the viewer in a real browser: processor time of the page's renderer until the first drawing,
 * script time of a filter and of a search. `npm run bench:viewer -- 1000 3000 10000 30000` names the sizes.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { CDPSession, Page } from 'playwright-core'
import { htmlPage } from '../src/export/html.ts'
import { serializeGraph } from '../src/graph/index.ts'
import { openBrowser } from '../test/browser/open-browser.ts'
import { madeGraph } from '../test/viewer/made-graph.ts'

/** Times of the thread itself, so that other work on the machine counts little. */
const processorTime = { timeDomain: 'threadTicks' } as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const say = (line: string): void => {
  if (!values.json) console.log(line)
}
const numbers = positionals.map(Number)
const sizes = numbers.length > 0 ? numbers : [1000, 3000, 10_000, 30_000]
const template = readFileSync(new URL('../viewer/dist/index.html', import.meta.url), 'utf8')
const page = { kB: Math.round(Buffer.byteLength(template) / 1000) }
say(`viewer/dist/index.html: ${page.kB} kB; ${cpus()[0]?.model ?? 'unknown processor'}; WebGL by software`)
const graphs: Record<string, Readonly<Record<string, number>>> = {}
say('nodes/edges      file   first drawing  all drawn   filter  filter (all)  search (worst of 6)')

for (let at = 0; at + 1 < sizes.length; at += 2) {
  const [nodes, edges] = [sizes[at]!, sizes[at + 1]!]
  const folder = mkdtempSync(join(tmpdir(), 'redthread-bench-'))
  const file = join(folder, 'graph.html')
  const made = madeGraph({ nodes, edges })
  writeFileSync(file, '')
  for (const piece of htmlPage(template, serializeGraph(made.graph), made.documents))
    writeFileSync(file, piece, { flag: 'a' })
  // each opening in a browser of its own, as nothing may be left over from the one before
  const openings: number[] = []
  for (let round = 0; round < 3; round++) openings.push(await timeOpening(file))
  const first = openings.sort((a, b) => a - b)[1]!
  const browser = await openBrowser()
  try {
    const tab = await browser.context.newPage()
    const session = await browser.context.newCDPSession(tab)
    await session.send('Performance.enable', processorTime)
    await tab.goto(pathToFileURL(file).href)
    await tab.locator('.status .shown').waitFor({ timeout: 120_000 })
    await quotesRead(tab)
    const filter = await toggle(tab, session)
    const searches = []
    for (const query of ['milo pel', 'harbor concil', 'resigned', 'brigde town', 'meeting foundry', 'nora'])
      searches.push(await search(tab, session, query))
    await tab.locator('#search').fill('')
    const beforeAll = await busy(session)
    await showAll(tab)
    await settled(tab)
    const all = (await busy(session)) - beforeAll
    const filterAll = await toggle(tab, session)
    const worst = Math.max(...searches)
    graphs[`${nodes} nodes`] = { first, all, filter, filterAll, search: worst }
    const row = [
      `${nodes}/${edges}`.padEnd(14),
      `${Math.round(statSync(file).size / 1e6)} MB`.padStart(7),
      `${first.toFixed(2)} s`.padStart(14),
      `${all.toFixed(2)} s`.padStart(10),
      `${filter.toFixed(0)} ms`.padStart(8),
      `${filterAll.toFixed(0)} ms`.padStart(12),
      `${worst.toFixed(0)} ms`.padStart(12),
    ]
    say(row.join(' '))
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
if (values.json) console.log(JSON.stringify({ kilobytes: page.kB, graphs }))

/** Seconds of the renderer's main thread from an empty page to the first drawing. */
async function timeOpening(file: string): Promise<number> {
  const browser = await openBrowser()
  try {
    const tab = await browser.context.newPage()
    const session = await browser.context.newCDPSession(tab)
    await session.send('Performance.enable', processorTime)
    const before = await busy(session)
    await tab.goto(pathToFileURL(file).href)
    await tab.locator('.status .shown').waitFor({ timeout: 120_000 })
    await settled(tab)
    return (await busy(session)) - before
  } finally {
    await browser.close()
  }
}

/** Seconds that the renderer's main thread has been busy: tasks of every kind, parsing and drawing included. */
async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

/** Waits for two frames. */
async function settled(tab: Page): Promise<void> {
  await tab.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  )
}

/** Milliseconds of script that an action takes until two frames later, by the browser's own account. */
async function script(tab: Page, session: CDPSession, act: () => Promise<void>): Promise<number> {
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN
  }
  const before = await read()
  await act()
  await settled(tab)
  return 1000 * ((await read()) - before)
}

/** Script of switching the first entity type off and on again, the worst of six. */
async function toggle(tab: Page, session: CDPSession): Promise<number> {
  let worst = 0
  for (let round = 0; round < 6; round++) {
    const taken = await script(tab, session, () =>
      tab.evaluate(() => document.querySelector<HTMLInputElement>('.facet input')!.click()),
    )
    worst = Math.max(worst, taken)
  }
  return worst
}

/** Script from the last key to the list of results. */
function search(tab: Page, session: CDPSession, query: string): Promise<number> {
  return script(tab, session, () =>
    tab.evaluate((text) => {
      const box = document.querySelector<HTMLInputElement>('#search')!
      box.value = text
      box.dispatchEvent(new Event('input', { bubbles: true }))
    }, query),
  )
}

/** Waits until the quotes have been read into the search index. */
async function quotesRead(tab: Page): Promise<void> {
  await tab.waitForFunction(() => document.documentElement.dataset.quotes === 'read', undefined, {
    timeout: 300_000,
  })
}

async function showAll(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLButtonElement>('.status button')]
    all.find((button) => button.textContent?.startsWith('Show all'))?.click()
  })
}
