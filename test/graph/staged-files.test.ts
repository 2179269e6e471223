import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileError, lockFolder, settleFolder, stageFiles } from '../../src/graph/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redthread-staged-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('staged files', () => {
  it('take their places together, and leave nothing else', () => {
    writeFileSync(join(folder, 'a'), 'old a')
    const files = stageFiles(folder)
    files.begin('a').write('new a')
    files.begin('b').write('new b')
    expect(text('a')).toBe('old a')
    files.commit()
    expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
    expect([text('a'), text('b')]).toEqual(['new a', 'new b'])
  })

  it('take text and bytes in the order in which they come', () => {
    const files = stageFiles(folder)
    const file = files.begin('a')
    for (const piece of ['é', Buffer.from('ü\n'), Buffer.from('ß'), '\n']) file.write(piece)
    files.commit()
    expect(text('a')).toBe('éü\nß\n')
  })

  it('leave the earlier ones as they were when they are given up', () => {
    writeFileSync(join(folder, 'a'), 'old a')
    const files = stageFiles(folder)
    files.begin('a').write('new a')
    files.discard()
    expect(readdirSync(folder)).toEqual(['a'])
    expect(text('a')).toBe('old a')
  })

  it('are put in place by whoever opens the folder where a commit was cut off between two renames', () => {
    writeFileSync(join(folder, 'a'), 'new a')
    writeFileSync(join(folder, 'b'), 'old b')
    writeFileSync(join(folder, 'b.next-7'), 'new b')
    writeFileSync(join(folder, '.commit'), '{"stage":"7","names":["a","b"]}')
    settleFolder(folder)
    expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
    expect(text('b')).toBe('new b')
  })

  it('are not given up when the commit has begun and one cannot take its place', () => {
    writeFileSync(join(folder, 'a'), 'old a')
    mkdirSync(join(folder, 'b', 'full'), { recursive: true })
    const files = stageFiles(folder)
    files.write('a', ['new ', 'a'])
    files.write('b', ['new ', 'b'])
    expect(() => files.commit()).toThrow(`${join(folder, 'b')} cannot be written`)
    files.discard()
    rmSync(join(folder, 'b'), { recursive: true })
    settleFolder(folder)
    expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
    expect([text('a'), text('b')]).toEqual(['new a', 'new b'])
  })

  it('have a number of their own beside what an earlier build left', () => {
    writeFileSync(join(folder, 'a.next-1'), 'left')
    stageFiles(folder).begin('a').write('mine')
    expect(text('a.next-1')).toBe('left')
  })
})

describe('the lock of a folder', () => {
  it('turns a second build away, and lets it in when the first has ended', () => {
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(FileError)
    try {
      lockFolder(folder)
    } catch (error) {
      expect((error as FileError).problem).toMatchObject({ code: 'folder-busy', file: folder })
      expect((error as FileError).message).toContain(String(process.pid))
    }
    lock.release()
    lockFolder(folder).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is taken over from a process that is gone, and from one whose number another has now', () => {
    const path = join(folder, '.lock')
    const host = JSON.parse(
      (() => {
        const lock = lockFolder(folder)
        const held = readFileSync(path, 'utf8')
        lock.release()
        return held
      })(),
    ).host as string
    // The largest number a process can have under Linux is smaller.
    writeFileSync(path, JSON.stringify({ process: 2 ** 30, host }))
    lockFolder(folder).release()
    if (process.platform === 'linux') {
      writeFileSync(path, JSON.stringify({ process: process.pid, host, began: '1' }))
      lockFolder(folder).release()
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('is rid of what processes left that were killed while they took it', () => {
    writeFileSync(join(folder, `.lock-${2 ** 30}`), '{}')
    writeFileSync(join(folder, `.lock-dead-${2 ** 30}`), '{}')
    lockFolder(folder).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is respected where it was made on another machine, with a way out', () => {
    writeFileSync(join(folder, '.lock'), JSON.stringify({ process: 1, host: 'somewhere-else' }))
    expect(() => lockFolder(folder)).toThrow(/somewhere-else.*delete .*\.lock/)
  })
})
