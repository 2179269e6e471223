import { agentlessPassives } from './agentless-passives.ts'
import type { Extractor } from './extractor.ts'
import { lifeDates } from './life-dates.ts'
import { naming } from './naming.ts'
import { nominalRelations } from './nominal-relations.ts'
import { openRelations } from './open-relations.ts'
import { schemaRelations } from './schema-relations.ts'
import { titles } from './titles.ts'

/** The extractors that come with Redthread, in order: of two readings of the same words the first stays. */
export const extractors: readonly Extractor[] = [
  titles,
  naming,
  lifeDates,
  schemaRelations,
  nominalRelations,
  openRelations,
  agentlessPassives,
]
