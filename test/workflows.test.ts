import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
}
interface Job {
  readonly uses?: string
  readonly needs?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> }
  readonly steps?: readonly Step[]
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const file = (path: string): URL => new URL(`../${path}`, import.meta.url)
const folder = '.github/workflows'
const workflow = (name: string): Workflow => parse(readFileSync(file(`${folder}/${name}`), 'utf8'))
const { scripts } = JSON.parse(readFileSync(file('package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>
}

describe.each(readdirSync(file(folder)))('%s', (name) => {
  const { jobs, permissions } = workflow(name)
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? [])

  test('may only read unless a job says otherwise', () => {
    expect(permissions).toEqual({ contents: 'read' })
  })

  test('pins each action to a major version', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? [])
    expect(actions.length).toBeGreaterThan(0)
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/)
  })

  test('runs scripts that there are', () => {
    const commands = steps.flatMap(({ run }) => run ?? [])
    for (const [, script = ''] of commands.join('\n').matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(scripts)).toContain(script)
    for (const [path] of commands.join('\n').matchAll(/^\.\S+/gm)) expect(existsSync(file(path))).toBe(true)
  })
})

test('the check runs on three systems with three versions of Node', () => {
  const { everything, portable } = workflow('check.yml').jobs
  expect(everything?.strategy?.matrix.node).toEqual([20, 22, 24])
  expect(portable?.strategy?.matrix).toEqual({
    system: ['macos-latest', 'windows-latest'],
    node: [20, 22, 24],
  })
})

test('a release is checked before it is published, and only publishing may sign', () => {
  const { check, publish } = workflow('release.yml').jobs
  expect(check?.uses).toBe('./.github/workflows/check.yml')
  expect(publish?.needs).toBe('check')
  expect(publish?.permissions).toEqual({ contents: 'read', 'id-token': 'write' })
  expect(publish?.steps?.at(-1)?.run).toBe('npm publish --provenance --access public')
})
