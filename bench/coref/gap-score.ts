import { type Score, scoreOf } from './tally.ts'

/** What the resolver says of one snippet: which names the pronoun stands for, and what is true. */
export interface GapAnswer {
  readonly feminine: boolean
  readonly truth: readonly [boolean, boolean]
  /** In the chain of the pronoun. */
  readonly free: readonly [boolean, boolean]
  /** One of the two chosen. */
  readonly chosen: readonly [boolean, boolean]
}

/** GAP's figures (Webster et al. 2018): F1 over names, of all, masculine and feminine pronouns, and their ratio. */
export interface GapScore {
  readonly all: Score
  readonly masculine: Score
  readonly feminine: Score
  /** F1 of feminine by F1 of masculine: 1 is no bias. */
  readonly bias: number
}

function part(answers: readonly GapAnswer[], chosen: boolean): Score {
  let right = 0
  let gold = 0
  let found = 0
  for (const answer of answers)
    for (const i of [0, 1] as const) {
      const said = (chosen ? answer.chosen : answer.free)[i]
      if (said) found++
      if (answer.truth[i]) gold++
      if (said && answer.truth[i]) right++
    }
  return scoreOf([{ right, gold, rightFound: right, found }])
}

/** Scores the answers, with one of the two names chosen or with what the chains say. */
export function gapScore(answers: readonly GapAnswer[], chosen: boolean): GapScore {
  const masculine = part(
    answers.filter((a) => !a.feminine),
    chosen,
  )
  const feminine = part(
    answers.filter((a) => a.feminine),
    chosen,
  )
  return { all: part(answers, chosen), masculine, feminine, bias: feminine.f1 / masculine.f1 }
}
