import { csv } from './csv.ts'
import { cypher } from './cypher.ts'
import { dossier } from './dossier.ts'
import { dot } from './dot.ts'
import type { Exporter } from './exporter.ts'
import { followTheMoney } from './follow-the-money/follow-the-money.ts'
import { gexf, gexf12 } from './gexf.ts'
import { graphml } from './graphml.ts'
import { json } from './json.ts'
import { neo4j } from './neo4j.ts'
import { obsidian } from './obsidian.ts'
import { jsonLd } from './rdf/json-ld.ts'
import { nQuads } from './rdf/n-quads.ts'
import { turtle } from './rdf/turtle.ts'
import { sqliteDatabase } from './sqlite.ts'

/** Every format that `redthread export` writes. */
export const exporters: readonly Exporter[] = [
  json,
  gexf,
  gexf12,
  graphml,
  csv,
  sqliteDatabase,
  cypher,
  neo4j,
  nQuads,
  turtle,
  jsonLd,
  followTheMoney,
  obsidian,
  dossier,
  dot,
]
