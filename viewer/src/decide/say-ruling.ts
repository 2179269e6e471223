import {
  type Decision,
  type EntityRef,
  isMentionRef,
  isRelationRef,
  type RelationRef,
} from '../../../src/model/decision.ts'
import { t } from '../text/language.ts'

const name = (ref: EntityRef): string =>
  typeof ref === 'string' ? ref : isMentionRef(ref) ? `“${ref.quote}”` : `${ref.name} (${ref.type})`

const subjectOf = (ref: RelationRef | EntityRef): string =>
  isRelationRef(ref)
    ? `${name(ref.subject)} ${ref.polarity === 'negative' ? `${t().not} ` : ''}${ref.relation.replaceAll('-', ' ')} ${name(ref.object)}`
    : name(ref)

/** What a decision says, in a line. */
export function sayRuling(decision: Decision): string {
  if ('merge' in decision)
    return `${decision.merge.map(name).join(' = ')}${decision.as ? ` → ${decision.as}` : ''}`
  if ('keep-apart' in decision) return decision['keep-apart'].map(name).join(' ≠ ')
  if ('split' in decision)
    return `${name(decision.split)} → ${decision.as ?? ''} (${decision.mentions.map(name).join(', ')})`
  if ('rename' in decision) return `${name(decision.rename)} → ${decision.to}`
  if ('retype' in decision) return `${name(decision.retype)} → ${decision.to}`
  if ('reject' in decision) return subjectOf(decision.reject)
  if ('confirm' in decision) return subjectOf(decision.confirm)
  return `${subjectOf(decision.on)}: ${decision.note}`
}
