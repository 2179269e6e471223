import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findChrome } from './find-chrome.mjs'

const folder = mkdtempSync(join(tmpdir(), 'redthread-chrome-'))
const fake = join(folder, 'google-chrome')
writeFileSync(fake, '#!/bin/sh\n')
chmodSync(fake, 0o755)
const ensure = fileURLToPath(new URL('ensure.mjs', import.meta.url))

describe('findChrome', () => {
  test('takes the browser that CHROME_PATH names', () => {
    expect(findChrome({ CHROME_PATH: fake, PATH: '' })).toBe(fake)
  })

  test('finds nothing where CHROME_PATH names no program, whatever is on the path', () => {
    expect(findChrome({ CHROME_PATH: join(folder, 'none'), PATH: folder })).toBeUndefined()
  })

  test('finds a browser on the path', () => {
    expect(findChrome({ PATH: folder })).toBe(fake)
  })

  test('passes over what cannot be run', () => {
    const other = mkdtempSync(join(tmpdir(), 'redthread-chrome-'))
    writeFileSync(join(other, 'chromium'), 'text')
    chmodSync(join(other, 'chromium'), 0o644)
    expect(findChrome({ PATH: `${other}:${folder}` })).toBe(fake)
  })
})

describe('ensure', () => {
  test('is content with the browser there is', () => {
    const output = execFileSync(process.execPath, [ensure], { env: { CHROME_PATH: fake }, encoding: 'utf8' })
    expect(output).toBe('')
  })

  test('fails in one line that says what to install', () => {
    // a path with node alone on it: no browser and no apt-get
    const bare = mkdtempSync(join(tmpdir(), 'redthread-chrome-'))
    symlinkSync(process.execPath, join(bare, 'node'))
    const { status, stderr } = spawnSync(process.execPath, [ensure], {
      env: { PATH: bare },
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain('apt-get install chromium fonts-dejavu-core')
    const named = spawnSync(process.execPath, [ensure], { env: { CHROME_PATH: '/none' }, encoding: 'utf8' })
    expect(named.status).toBe(1)
    expect(named.stderr).toContain('CHROME_PATH (/none)')
  })
})
