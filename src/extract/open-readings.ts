import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { ClauseWithSubject } from './clause.ts'
import type { Reading } from './extractor.ts'
import type { Beside } from './open-arguments.ts'
import { isDenied } from './own-standing.ts'
import { conjuncts } from './predicate.ts'
import { type RelationWord, relationLabel, relationName } from './relation-words.ts'

/** Confidence by how the subject was found. */
const trust: Readonly<Record<string, number>> = {
  own: 0.65,
  conjunct: 0.65,
  relative: 0.6,
  participle: 0.55,
  control: 0.5,
  matrix: 0.45,
}

/** The readings of one relation of a clause, for each noun of the lists at its ends. */
export function* openReadings(
  { tree }: AnnotatedDocument,
  clause: ClauseWithSubject,
  words: readonly RelationWord[],
  ends: readonly [subject: number, object: number],
  others: readonly Beside[],
  relationTokens: readonly number[] = [],
): Generator<Reading> {
  const tokens = [clause.predicate, ...relationTokens]
  const span = {
    start: tree.tokens[Math.min(...tokens)]!.start,
    end: tree.tokens[Math.max(...tokens)]!.end,
  }
  for (const subject of conjuncts(tree, ends[0]))
    for (const object of conjuncts(tree, ends[1]))
      if (subject !== object)
        yield {
          relation: relationName(words),
          label: relationLabel(words),
          open: true,
          subject: { token: subject },
          object: { token: object },
          predicate: clause.predicate,
          relationSpan: span,
          ...(relationTokens.some((t) => isDenied(tree, t)) ? { polarity: 'negative' as const } : {}),
          rule: `${clause.kind} ${clause.subjectSource}`,
          confidence: trust[clause.subjectSource]!,
          qualifiers: others.map(({ preposition, head }) => ({
            role: preposition.replaceAll(' ', '-'),
            token: head,
          })),
        }
}
