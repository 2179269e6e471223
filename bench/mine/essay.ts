/** An essay of MINE with the facts that a graph of it should retain. */
export interface Essay {
  readonly n: number
  readonly topic: string
  readonly text: string
  readonly facts: readonly string[]
}

/** Reads essays of MINE: a JSON list. Throws where it is none. */
export function readEssays(text: string): Essay[] {
  const essays = JSON.parse(text) as Essay[]
  if (!Array.isArray(essays) || !essays.every(({ text, facts }) => text && Array.isArray(facts)))
    throw new Error('Not a list of essays with text and facts.')
  return essays
}
