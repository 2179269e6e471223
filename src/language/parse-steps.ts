import type { ParseState } from './parse-state.ts'

/** What a step does, by its number: 0 shifts, then come the left arcs by label, then the right arcs. */
export interface Steps {
  readonly labels: number
  /** The label that only the root's child has. */
  readonly rootLabel: number
}

/** The steps for a list of labels. */
export function stepsOf(labels: readonly string[]): Steps {
  return { labels: labels.length, rootLabel: labels.indexOf('root') }
}

/** The best step among those allowed. */
export function bestStep(state: ParseState, scores: ArrayLike<number>, { labels, rootLabel }: Steps): number {
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  if (state.canShift) {
    best = 0
    bestScore = scores[0]!
  }
  if (state.canLeft) {
    if (state.next > state.size) {
      if (best < 0 || scores[1 + rootLabel]! > bestScore) {
        best = 1 + rootLabel
        bestScore = scores[best]!
      }
    } else {
      for (let step = 1; step <= labels; step++) {
        if (scores[step]! > bestScore && step !== 1 + rootLabel) {
          best = step
          bestScore = scores[step]!
        }
      }
    }
  }
  if (state.canRight) {
    const rootStep = 1 + labels + rootLabel
    for (let step = labels + 1; step <= 2 * labels; step++) {
      if (scores[step]! > bestScore && step !== rootStep) {
        best = step
        bestScore = scores[step]!
      }
    }
  }
  return best
}

/** Takes a step. */
export function takeStep(state: ParseState, step: number, { labels }: Steps): void {
  if (step === 0) state.shift()
  else if (step <= labels) state.attachLeft(step - 1)
  else state.attachRight(step - 1 - labels)
}

/** How far a step stands above every other one that is allowed; infinite where there is no other. */
export function leadOf(
  state: ParseState,
  scores: ArrayLike<number>,
  step: number,
  { labels, rootLabel }: Steps,
): number {
  let other = state.canShift && step !== 0 ? scores[0]! : Number.NEGATIVE_INFINITY
  // The root's child is the last word left, and hangs from it whatever its score.
  if (state.canLeft && state.next <= state.size)
    for (let c = 1; c <= labels; c++)
      if (scores[c]! > other && c !== step && c !== 1 + rootLabel) other = scores[c]!
  if (state.canRight)
    for (let c = labels + 1; c <= 2 * labels; c++)
      if (scores[c]! > other && c !== step && c !== 1 + labels + rootLabel) other = scores[c]!
  return scores[step]! - other
}
