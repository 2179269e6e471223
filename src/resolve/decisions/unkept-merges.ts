import type { Problem } from '../../model/index.ts'
import type { UnmetConstraint } from '../constraints.ts'
import { decisionProblem } from './decision-problem.ts'
import type { DecisionPlan } from './plan-decisions.ts'
import { decisionText } from './write-decisions.ts'

/** Reports merges of which a part could not be kept, because a chain of joins meets what is kept apart. */
export function unkeptMerges({ nodes }: DecisionPlan, unmet: readonly UnmetConstraint[]): Problem[] {
  const broken = new Map(
    unmet.filter(({ because }) => because.startsWith('kept apart')).map((one) => [one.reason, one.because]),
  )
  return nodes.flatMap(({ placed, kind }) => {
    const because = kind === 'merge' ? broken.get(decisionText(placed.decision)) : undefined
    if (because === undefined) return []
    const hint = 'Remove one of the two, or name the mentions that are meant.'
    return [decisionProblem(placed, 'decision-conflict', `is applied only in part: ${because}`, hint)]
  })
}
