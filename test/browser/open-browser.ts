import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { findChrome } from './find-chrome.mjs'

/** A running browser with its own empty user data folder. */
export interface OpenBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/** Starts Chrome or Chromium with WebGL by the processor; `extra` are further flags. */
export async function openBrowser(
  extra: readonly string[] = [],
  context: { hasTouch?: boolean; colorScheme?: 'light' | 'dark'; reducedMotion?: 'reduce' } = {},
): Promise<OpenBrowser> {
  const executablePath = findChrome()
  if (executablePath === undefined)
    throw new Error(
      'No Chrome or Chromium found: run `node test/browser/ensure.mjs`, which says what to install.',
    )
  const folder = mkdtempSync(join(tmpdir(), 'redthread-browser-'))
  const opened = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    args: [...flags, ...extra],
    viewport: { width: 1280, height: 800 },
    ...context,
  })
  return {
    context: opened,
    async close() {
      await opened.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
