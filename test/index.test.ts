import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as redthread from '../src/index.ts'

/** Everything that a script may rely on: a change of these lists is a change of the public API. */
const values = [
  'FileError',
  'QueryError',
  'appendDecision',
  'build',
  'loadSchema',
  'openGraph',
  'readDecisions',
  'readDocuments',
  'removeDecision',
  'resolveClaims',
  'selectGraph',
  'serializeGraph',
  'writeGraph',
]
const types = [
  'AnnotatedDocument',
  'Answer',
  'BuildOptions',
  'BuildProgress',
  'BuildResult',
  'BuildStatus',
  'ContradictionItem',
  'ContradictionsOptions',
  'DecisionReading',
  'DocumentHeader',
  'EntitiesOptions',
  'EntityCard',
  'EntityItem',
  'EvidenceItem',
  'EvidenceOption',
  'EvidenceOptions',
  'EvidenceRow',
  'ExtractionContext',
  'Extractor',
  'Figure',
  'FoundPath',
  'GraphInMemory',
  'KnowledgeGraph',
  'MatchedEntity',
  'NameMatch',
  'Neighbour',
  'NeighboursOptions',
  'OpenedGraph',
  'PathOptions',
  'QualifierRow',
  'ReadOptions',
  'ReadResult',
  'Reading',
  'ReadingArgument',
  'RedthreadGraph',
  'RelationFilter',
  'RelationRow',
  'RelationsOptions',
  'ResolveClaimsOptions',
  'ResolveClaimsResult',
  'SearchHit',
  'SearchOptions',
  'SelectedGraph',
  'Selection',
  'ShowOptions',
  'StatsOptions',
  'TimelineEntry',
  'TimelineOptions',
]

test('the package exports these values and no others', () => {
  expect(Object.keys(redthread).sort()).toEqual(values)
})

test('the package exports these types and no others, beside those of the model', () => {
  const text = readFileSync(new URL('../src/index.ts', import.meta.url), 'utf8')
  const lists = [...text.matchAll(/^export (type )?\{([^}]*)\} from/gm)].flatMap(([, all, list]) =>
    list!
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && (all !== undefined || name.startsWith('type ')))
      .map((name) => name.replace(/^type /, '')),
  )
  const declared = [...text.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name!)
  expect([...lists, ...declared].sort()).toEqual(types)
  expect([...text.matchAll(/^export type \* from '(.*)'$/gm)].map(([, path]) => path)).toEqual([
    './model/index.ts',
  ])
})
