import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../cli/run-redthread.ts'

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8')

test.each(pages)('%s links to files that there are', (page) => {
  const text = textOf(page)
  const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1]!)
  const files = targets.filter((target) => !/^[a-z]+:/.test(target))
  expect(files.filter((file) => !existsSync(join(root, dirname(page), file)))).toEqual([])
})

test('every page of docs is one step from README.md', () => {
  const readme = textOf('README.md')
  for (const page of pages.filter((name) => name.startsWith('docs/'))) expect(readme).toContain(`](${page})`)
})

test('CONTRIBUTING.md names places that there are', () => {
  const text = textOf('CONTRIBUTING.md')
  const places = [...text.matchAll(/(?:`|\| )((?:src|viewer|test|bench|data)\/[\w./-]+)/g)]
  expect(places.length).toBeGreaterThan(10)
  for (const [, place = ''] of places) expect([place, existsSync(join(root, place))]).toEqual([place, true])
  const names = [...text.matchAll(/`([\w-]+\.tsx?)`/g)].map((match) => match[1]!)
  const files = ['src', 'viewer/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replace(/^.*[\\/]/, ''),
    ),
  )
  for (const name of names) expect(files).toContain(name)
})

test('the scripts that the documentation names are there', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> }
  const named = pages.flatMap((page) => [...textOf(page).matchAll(/npm run ([a-z][\w:-]*)/g)])
  expect(named.length).toBeGreaterThan(20)
  for (const [, name = ''] of named) expect(Object.keys(scripts)).toContain(name)
})
