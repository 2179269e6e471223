import { csv } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { gexf, gexf12 } from './gexf.ts'
import { graphml } from './graphml.ts'
import { json } from './json.ts'

/** Every format that `redthread export` writes. */
export const exporters: readonly Exporter[] = [json, gexf, gexf12, graphml, csv]
