/** The order in which the fields of graph.json are written; any other field follows, by name. */
const fieldOrder = [
  'format version schema settings counts contradictions',
  'key source target name hash kind edges',
  'label type aliases mentions said time count links formerKeys x y size color community rank',
  'relation polarity open modality modalities times confidence origins documents decision derived evidence',
  'document start end quote claim subject object extractor rule speakers qualifiers copyOf',
  'role entity value granularity text id score attributes',
  'denied conditional future opinion alleged reported asserted',
].flatMap((line) => line.split(' '))
const place = new Map(fieldOrder.map((field, index) => [field, index]))

const compareFields = (a: string, b: string): number =>
  (place.get(a) ?? fieldOrder.length) - (place.get(b) ?? fieldOrder.length) || (a < b ? -1 : a > b ? 1 : 0)

/** JSON whose fields stand in one order, however the objects were put together. No blanks, no line ends. */
export function orderedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => orderedJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields: string[] = []
  const object = value as Record<string, unknown>
  for (const field of Object.keys(object).sort(compareFields))
    if (object[field] !== undefined) fields.push(`${JSON.stringify(field)}:${orderedJson(object[field])}`)
  return `{${fields.join(',')}}`
}
