import { decisionKind, type PlacedDecision, type Problem, type ProblemCode } from '../../model/index.ts'

/** What is wrong with a decision, at its place in its file; only a conflict is an error. */
export function decisionProblem(
  { decision, number, file, line, column }: PlacedDecision,
  code: ProblemCode,
  message: string,
  hint: string,
): Problem {
  return {
    severity: code === 'decision-conflict' ? 'error' : 'warning',
    code,
    message: `Decision ${number} (${decisionKind(decision)}) ${message}`,
    hint,
    file,
    line,
    column,
  }
}
