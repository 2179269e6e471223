import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Path of the Chrome or Chromium to test with: `CHROME_PATH` where it is set, else the first found on the
 * path or in the usual places; undefined where there is none.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {string | undefined}
 */
export function findChrome(environment = process.env) {
  const asked = environment.CHROME_PATH
  if (asked !== undefined && asked !== '') return canRun(asked) ? asked : undefined
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...places].find(canRun)
}

/** @param {string} path */
function canRun(path) {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
