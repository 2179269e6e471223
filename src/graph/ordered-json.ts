/** The order in which the fields of graph.json are written; any other field follows, by name. */
const fieldOrder = [
  'format version schema settings counts contradictions',
  'key source target name hash kind edges',
  'label type aliases mentions said time count links formerKeys x y size color community rank',
  'relation polarity open modality modalities times confidence origins documents decision derived evidence',
  'document start end quote claim subject object extractor rule speakers qualifiers copyOf implied',
  'role entity value granularity text id score attributes',
  'denied conditional future opinion alleged reported asserted',
].flatMap((line) => line.split(' '))
const place = new Map(fieldOrder.map((field, index) => [field, index]))

const placeOf = (field: string): number => place.get(field) ?? fieldOrder.length

const compareFields = (a: string, b: string): number =>
  placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0)

type Fields = Readonly<Record<string, unknown>>

/** Whether the fields of a value stand in their order, and those of all values in it. */
function isOrdered(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isOrdered)
  const fields = Object.keys(value)
  return fields.every(
    (field, i) =>
      (i === 0 || compareFields(fields[i - 1]!, field) < 0) && isOrdered((value as Fields)[field]),
  )
}

function ordered(value: unknown): unknown {
  if (isOrdered(value)) return value
  if (Array.isArray(value)) return value.map(ordered)
  const fields = Object.keys(value as Fields).sort(compareFields)
  return Object.fromEntries(fields.map((field) => [field, ordered((value as Fields)[field])]))
}

/**
 * JSON whose fields stand in one order, however the objects were put together. No blanks, no line ends. Objects that
 * are put together in that order are written without being copied.
 */
export const orderedJson = (value: unknown): string => JSON.stringify(ordered(value))
