import { graphmlId, keyOfGraphmlId } from './graphml-id.ts'
import { xmlHolds } from './xml-text.ts'

const escaped = 'id:'

/** A key as an id of GEXF: as it is where XML can hold it, else `id:` and an escaped form. */
export function gexfId(key: string): string {
  return xmlHolds(key) && !key.startsWith(escaped) ? key : `${escaped}${graphmlId(key)}`
}

/** The key that `gexfId` was given. */
export function keyOfGexfId(id: string): string {
  return id.startsWith(escaped) ? keyOfGraphmlId(id.slice(escaped.length)) : id
}
