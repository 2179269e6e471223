/**
 * Run before the tests: makes sure that there is a Chrome or Chromium for those that need one. Where none is
 * found it installs Debian's, if it may, else says what to install and fails.
 */
import { spawnSync } from 'node:child_process'
import { findChrome } from './find-chrome.mjs'

const packages = ['chromium', 'fonts-dejavu-core']

if (findChrome() === undefined && !installed()) {
  console.error(
    process.env.CHROME_PATH
      ? `No browser can be run at CHROME_PATH (${process.env.CHROME_PATH}): set it to a Chrome or Chromium, or unset it.`
      : `The tests need a browser: install Chrome or Chromium (Debian: apt-get install ${packages.join(' ')}) or set CHROME_PATH to one.`,
  )
  process.exitCode = 1
}

function installed() {
  if (process.env.CHROME_PATH || process.getuid?.() !== 0) return false
  if (spawnSync('apt-get', ['--version']).status !== 0) return false
  console.error(`No Chrome or Chromium found: installing Debian's ${packages.join(' and ')}.`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status } = spawnSync('apt-get', command, {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) return false
  }
  return findChrome() !== undefined
}
