import {
  type Decision,
  type DecisionKind,
  decisionKind,
  type EntityRef,
  isRelationRef,
  type Note,
  type PlacedDecision,
  type Polarity,
  type Problem,
  type RelationRef,
  type Schema,
} from '../../model/index.ts'
import { closest } from '../../schema/closest.ts'
import type { Constraints } from '../constraints.ts'
import { foldName } from '../name-form.ts'
import { type Ruled, settleConstraints } from './conflicts.ts'
import { decisionProblem } from './decision-problem.ts'
import type { Found, Known, KnownMention, Population } from './population.ts'

/** What a decision says of one node, which is the one that most of the anchors are mentions of. */
export interface NodeRuling {
  readonly placed: PlacedDecision
  readonly kind: DecisionKind
  readonly anchors: readonly KnownMention[]
  readonly label?: string
  readonly type?: string
  readonly note?: Note
}

/** What a decision says of one edge. */
export interface EdgeRuling {
  readonly placed: PlacedDecision
  readonly kind: 'reject' | 'confirm' | 'note'
  readonly source: readonly KnownMention[]
  readonly target: readonly KnownMention[]
  readonly relation: string
  readonly polarity: Polarity
  readonly note?: Note
}

/** What decisions come to: what resolution must keep together and apart, and what is changed after it. */
export interface DecisionPlan {
  readonly constraints: Constraints
  readonly nodes: readonly NodeRuling[]
  readonly edges: readonly EdgeRuling[]
  readonly problems: readonly Problem[]
}

const isFound = (found: object): found is Found => 'known' in found

/** The label of an entity where one of the mentions bears it, else the words of the first. */
const labelAmong = (mentions: readonly KnownMention[], label: string): string =>
  mentions.some(({ names }) => names.includes(foldName(label))) ? label : mentions[0]!.text

/** Replays decisions over the nodes that the machine makes without them, each upon what those before it left. */
export function planDecisions(
  decisions: readonly PlacedDecision[],
  population: Population,
  schema: Schema,
): DecisionPlan {
  const problems: Problem[] = []
  const nodes: NodeRuling[] = []
  const edges: EdgeRuling[] = []
  const ruled: Ruled[] = []

  /** What all references stand for; undefined where one of them is missed, which is reported. */
  const findAll = (placed: PlacedDecision, refs: readonly EntityRef[]): Found[] | undefined => {
    const found: Found[] = []
    for (const ref of refs) {
      const one = population.find(ref)
      if (isFound(one)) found.push(one)
      else problems.push(decisionProblem(placed, one.code, `is not applied: ${one.message}`, one.hint))
    }
    return found.length === refs.length ? found : undefined
  }
  const change = (known: Known, make: () => void): void => {
    population.remove(known)
    make()
    population.add(known)
  }
  const noteOf = (text: string, { by, when }: Decision): Note => ({
    text,
    ...(by === undefined ? {} : { by }),
    ...(when === undefined ? {} : { when }),
  })

  const edgeRuling = (
    placed: PlacedDecision,
    kind: EdgeRuling['kind'],
    ref: RelationRef,
    note?: Note,
  ): void => {
    const [source, target] = findAll(placed, [ref.subject, ref.object]) ?? []
    if (!source || !target) return
    const { relation, polarity = 'positive' } = ref
    edges.push({
      placed,
      kind,
      source: source.anchors,
      target: target.anchors,
      relation,
      polarity,
      ...(note ? { note } : {}),
    })
  }

  const merge = (placed: PlacedDecision, refs: readonly EntityRef[], as: string | undefined): void => {
    const found = findAll(placed, refs)
    if (!found) return
    const [{ known }] = found as [Found]
    const label = as ?? known.label
    const anchors = found.flatMap((one) => one.anchors)
    const parts = [...new Set(found.map((one) => one.known))]
    ruled.push({ kind: 'merge', placed, anchors, mentions: parts.flatMap((part) => part.mentions) })
    nodes.push({ placed, kind: 'merge', anchors, label, type: known.type })
    for (const part of parts) population.remove(part)
    population.add({ label, type: known.type, mentions: parts.flatMap((part) => part.mentions) })
  }

  const keepApart = (placed: PlacedDecision, refs: readonly EntityRef[]): void => {
    const found = findAll(placed, refs)
    if (!found) return
    for (const [i, left] of found.entries())
      for (const [j, right] of found.entries()) {
        if (i >= j) continue
        const shared = new Set(left.anchors)
        if (right.anchors.some((mention) => shared.has(mention))) {
          const hint = 'Name a mention of each: { document: ..., quote: ... }.'
          problems.push(
            decisionProblem(
              placed,
              'decision-ambiguous',
              'is not applied: two of its names stand for the same words',
              hint,
            ),
          )
          continue
        }
        ruled.push({ kind: 'apart', placed, sides: [left.anchors, right.anchors] })
        if (left.known === right.known) divide(left.known, left, right)
      }
    for (const { anchors } of found) nodes.push({ placed, kind: 'keep-apart', anchors })
  }

  /** What was one is two from here on; mentions that bear neither name go where the machine puts them. */
  const divide = (known: Known, left: Found, right: Found): void => {
    const [first, second] = [left, right].map(({ anchors }) => labelAmong(anchors, known.label))
    change(known, () => {
      known.mentions = left.anchors
      known.label = first!
    })
    population.add({ label: second!, type: known.type, mentions: right.anchors })
  }

  const split = (placed: PlacedDecision, decision: Extract<Decision, { split: EntityRef }>): void => {
    const found = findAll(placed, [decision.split])
    const parts = found && findAll(placed, decision.mentions)
    if (!found || !parts) return
    const [{ known }] = found as [Found]
    const strangers = decision.mentions.filter((_, index) => parts[index]!.known !== known)
    if (strangers.length > 0) {
      const names = strangers.map(({ quote, document }) => `"${quote}" of ${document}`).join(', ')
      const message = `is not applied: ${names} does not belong to "${known.label}"`
      problems.push(
        decisionProblem(placed, 'decision-unused', message, 'Remove it, or name mentions of that entity.'),
      )
      return
    }
    const anchors = parts.flatMap((one) => one.anchors)
    const gone = new Set(anchors)
    const rest = known.mentions.filter((mention) => !gone.has(mention))
    // A pronoun goes with the mention it stands for.
    const others = rest.filter((mention) => !mention.pronoun)
    if (others.length === 0) {
      const hint = 'To give it another name use rename.'
      problems.push(decisionProblem(placed, 'decision-unused', 'is not applied: nothing would be left', hint))
      return
    }
    ruled.push({ kind: 'split', placed, anchors, rest: others })
    nodes.push({
      placed,
      kind: 'split',
      anchors,
      ...(decision.as === undefined ? {} : { label: decision.as }),
    })
    change(known, () => {
      known.mentions = rest
    })
    population.add({ label: decision.as ?? anchors[0]!.text, type: known.type, mentions: anchors })
  }

  const one = (placed: PlacedDecision, ref: EntityRef): Found | undefined => findAll(placed, [ref])?.[0]

  for (const placed of decisions) {
    const { decision } = placed
    const kind = decisionKind(decision)
    if ('merge' in decision) merge(placed, decision.merge, decision.as)
    else if ('keep-apart' in decision) keepApart(placed, decision['keep-apart'])
    else if ('split' in decision) split(placed, decision)
    else if ('confirm' in decision) edgeRuling(placed, 'confirm', decision.confirm)
    else if ('reject' in decision) {
      if (isRelationRef(decision.reject)) edgeRuling(placed, 'reject', decision.reject)
      else {
        const found = one(placed, decision.reject)
        if (found) nodes.push({ placed, kind, anchors: found.anchors })
      }
    } else if ('note' in decision) {
      const note = noteOf(decision.note, decision)
      if (isRelationRef(decision.on)) edgeRuling(placed, 'note', decision.on, note)
      else {
        const found = one(placed, decision.on)
        if (found) nodes.push({ placed, kind, anchors: found.anchors, note })
      }
    } else if ('rename' in decision) {
      const found = one(placed, decision.rename)
      if (!found) continue
      nodes.push({ placed, kind, anchors: found.anchors, label: decision.to })
      change(found.known, () => {
        found.known.label = decision.to
      })
    } else {
      if (!schema.types.has(decision.to)) {
        const meant = closest(decision.to, schema.types.keys())
        const hint = meant ? `Did you mean "${meant}"?` : 'Take a type of the schema.'
        const message = `is not applied: there is no entity type "${decision.to}"`
        problems.push(decisionProblem(placed, 'decision-unused', message, hint))
        continue
      }
      const found = one(placed, decision.retype)
      if (!found) continue
      nodes.push({ placed, kind, anchors: found.anchors, type: decision.to })
      change(found.known, () => {
        found.known.type = decision.to
      })
    }
  }
  const settled = settleConstraints(ruled)
  return {
    constraints: settled.constraints,
    nodes: nodes.filter(({ placed }) => !settled.refused.has(placed)),
    edges,
    problems: [...problems, ...settled.problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}
