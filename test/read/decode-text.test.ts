import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, isBinary } from '../../src/read/decode-text.ts'

const codes = (bytes: Uint8Array): readonly string[] =>
  decodeText(bytes, 'f').problems.map(({ code }) => code)

describe('decodeText', () => {
  test('gives back any text written as UTF-8, byte for byte, without its mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = text.replace(/^\ufeff+/, '').replaceAll('\0', '')
        fc.pre(!/\p{Surrogate}/u.test(whole) && decodeText(Buffer.from(whole), 'f').encoding === 'utf-8')
        expect(decodeText(Buffer.from(whole), 'f').text).toBe(whole)
        expect(decodeText(Buffer.from(`\ufeff${whole}`), 'f').text).toBe(whole)
      }),
    )
  })

  test.each(['utf-16le', 'utf-16be', 'utf-32le'])('reads %s by its mark', (encoding) => {
    expect(decodeText(encode('Zoë said “no”\r\n', encoding), 'f').text).toBe('Zoë said “no”\r\n')
  })

  test('reads UTF-16 without a mark by its zeros', () => {
    expect(decodeText(encode('The bridge is shut.', 'utf-16le').subarray(2), 'f').text).toBe(
      'The bridge is shut.',
    )
    expect(decodeText(encode('The bridge is shut.', 'utf-16be').subarray(2), 'f').text).toBe(
      'The bridge is shut.',
    )
  })

  test('reads bytes that are not UTF-8 as Windows-1252, with curly quotes, and says where the first is', () => {
    const { text, problems } = decodeText(Buffer.from('One\nthe \x93caf\xe9\x94', 'latin1'), 'f.txt')
    expect(text).toBe('One\nthe “café”')
    expect(problems).toMatchObject([{ code: 'encoding-invalid', severity: 'warning', line: 2, column: 5 }])
  })

  test('keeps UTF-8 with one damaged place, which becomes U+FFFD', () => {
    const bytes = Buffer.concat([Buffer.from('“Zoë” and '), Buffer.of(0xff), Buffer.from(' the café')])
    expect(decodeText(bytes, 'f').text).toBe('“Zoë” and \ufffd the café')
    expect(codes(bytes)).toEqual(['encoding-invalid'])
  })

  test('keeps a NUL and says where it is', () => {
    const { text, problems } = decodeText(Buffer.from('one two three\nfo\0ur'), 'f')
    expect(text).toBe('one two three\nfo\0ur')
    expect(problems).toMatchObject([{ line: 2, column: 3 }])
  })

  test('follows a declared charset unless the bytes say otherwise', () => {
    expect(decodeText(Buffer.of(0xd0, 0xd2, 0xc9), 'f', 'koi8-r').text).toBe('при')
    expect(decodeText(Buffer.from('café'), 'f', 'iso-8859-1').text).toBe('café')
  })
})

describe('isBinary', () => {
  test('tells programs and pictures from texts with a few damaged places', () => {
    expect(isBinary(Uint8Array.from({ length: 1000 }, (_, i) => i % 256))).toBe(true)
    expect(isBinary(Buffer.from(`${'a word '.repeat(100)}\0`))).toBe(false)
    expect(isBinary(encode('The bridge is shut.', 'utf-16le'))).toBe(false)
  })
})

function encode(text: string, encoding: string): Uint8Array {
  const marked = `\ufeff${text}`
  if (encoding === 'utf-16le') return Buffer.from(marked, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16()
  const bytes = Buffer.alloc([...marked].length * 4)
  for (const [i, sign] of [...marked].entries()) bytes.writeUInt32LE(sign.codePointAt(0) ?? 0, i * 4)
  return bytes
}
