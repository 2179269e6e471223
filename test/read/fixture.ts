import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Document } from '../../src/model/index.ts'
import { collect } from './collect.ts'

/** The path of a file in fixtures. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))
}

/** The bytes of a file in fixtures. */
export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(fixturePath(name))
}

/** The words of the zones of a document, after their kinds: "caption: The bridge". */
export function zoneWords({ text, zones }: Document): readonly string[] {
  return zones.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}

/** What a fixture gives, read in this thread. */
export function readFixture(name: string): ReturnType<typeof collect> {
  return collect([fixturePath(name)], { isolate: false })
}
