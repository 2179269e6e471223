import { type Answer, answerOf, type Parameter } from '../query/index.ts'

/** What one request may ask for and cost; beyond it, it is refused. */
export const bounds: Readonly<
  Record<'url' | 'body' | 'atOnce' | 'connections' | 'request' | 'idle', number>
> = {
  /** Characters of an address. */
  url: 8192,
  /** Bytes of a body. */
  body: 262_144,
  /** Requests answered at the same time. */
  atOnce: 16,
  connections: 64,
  /** Milliseconds until a request must have come in whole. */
  request: 10_000,
  /** Milliseconds without a byte in either direction. */
  idle: 30_000,
}

const limits: Readonly<Record<string, { readonly fallback: number; readonly most: number }>> = {
  limit: { fallback: 100, most: 1_000 },
  maxEvidence: { fallback: 10, most: 1_000 },
  count: { fallback: 3, most: 20 },
  maxSteps: { fallback: 6, most: 10 },
}

/** The parameters of a question with a limit on all that could be without end. */
export function boundedParameters(
  parameters: readonly Parameter[],
  other: typeof limits = limits,
): readonly Parameter[] {
  return parameters.map((parameter) => ({ ...parameter, ...other[parameter.name] }))
}

/** Entities of one name that are listed. */
const mostMatches = 20

/** An answer that lists at most twenty of the entities that a name stands for. */
export function boundedMatches<Item>(answer: Answer<Item>): Answer<Item> {
  const { matches, notes } = answer
  const long = matches.filter(({ entities }) => entities.length > mostMatches)
  if (long.length === 0) return answer
  return answerOf({
    ...answer,
    matches: matches.map(({ asked, entities }) => ({ asked, entities: entities.slice(0, mostMatches) })),
    notes: [
      ...notes,
      ...long.map(
        ({ asked, entities }) =>
          `"${asked}" stands for ${entities.length} entities, of which ${mostMatches} are listed.`,
      ),
    ],
  })
}
