import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = resolve(import.meta.dirname, '../src')

/** What each folder of src may import beside itself. Files at the top of src are the composition and see all. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  schema: ['model'],
  language: ['model', 'schema'],
  annotate: ['model', 'schema', 'language'],
  extract: ['model', 'schema', 'language', 'annotate'],
  read: ['model', 'language'],
  resolve: ['model', 'schema'],
  graph: ['model', 'schema', 'resolve'],
  export: ['model', 'schema', 'graph', 'query'],
  testing: ['model', 'schema', 'read', 'annotate', 'extract'],
  query: ['model', 'schema', 'graph'],
  sparql: ['model', 'graph', 'export'],
  import: ['model', 'schema', 'graph', 'export'],
  check: ['model', 'graph'],
  build: ['model', 'schema', 'language', 'annotate', 'extract', 'read', 'resolve', 'graph'],
  serve: ['model', 'schema', 'resolve', 'graph', 'export', 'query', 'build.ts'],
  cli: [
    'model',
    'schema',
    'read',
    'extract',
    'graph',
    'export',
    'import',
    'query',
    'sparql',
    'serve',
    'resolve',
    'build',
    'check',
    'build.ts',
    'resolve-claims.ts',
    'extract-views.ts',
  ],
}
const mayUseNode = new Set([
  'read',
  'graph',
  'schema',
  'serve',
  'cli',
  'build',
  'build.ts',
  'resolve-claims.ts',
])

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'))
const stageOf = (file: string): string => file.split('/')[0]!

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)
}

describe('the one-way rule', () => {
  it('sees the source files', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(new Set(files.map(stageOf))).toContain('model')
  })

  it('holds for every import between stages', () => {
    const broken: string[] = []
    for (const file of files) {
      const stage = stageOf(file)
      const rule = allowed[stage]
      if (!rule) {
        if (!['assemble.ts', 'build.ts', 'extract-views.ts', 'index.ts', 'resolve-claims.ts'].includes(stage))
          broken.push(`${file}: the stage "${stage}" is not known`)
        continue
      }
      for (const target of importsOf(file)) {
        if (!target.startsWith('.')) continue
        const to = stageOf(relative(source, resolve(source, dirname(file), target)).replaceAll('\\', '/'))
        if (to !== stage && !rule.includes(to)) broken.push(`${file} imports ${target}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('lets the command of questions load nothing of what builds a graph, which is slow to load', () => {
    const loaded = new Set<string>()
    const load = (file: string): void => {
      if (loaded.has(file)) return
      loaded.add(file)
      const text = readFileSync(join(source, file), 'utf8')
      for (const [, target] of text.matchAll(/^(?:import|export) (?!type )[^']*from '(\.[^']+)'/gm))
        load(relative(source, resolve(source, dirname(file), target!)).replaceAll('\\', '/'))
    }
    load('cli/query-command.ts')
    expect(loaded).toContain('graph/load-graph.ts')
    expect(loaded).not.toContain('graph/build-graph.ts')
  })

  it('keeps Node out of the stages that run in a browser', () => {
    const broken = files.filter(
      (file) =>
        !mayUseNode.has(stageOf(file)) && importsOf(file).some((target) => target.startsWith('node:')),
    )
    expect(broken.filter((file) => file !== 'index.ts')).toEqual([])
  })

  it('keeps the clock, chance and the locale of the machine out', () => {
    const forbidden = /Math\.random|Date\.now|new Date\(\)|localeCompare|toLocale\w*\(/
    const broken = files.filter((file) => {
      const stage = stageOf(file)
      return stage !== 'cli' && stage !== 'serve' && forbidden.test(readFileSync(join(source, file), 'utf8'))
    })
    expect(broken).toEqual([])
  })
})
