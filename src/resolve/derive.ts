import {
  type Entity,
  type Evidence,
  type Modality,
  modalities,
  type Problem,
  type Relation,
  type Rule,
  type RuleStep,
  type Schema,
  timesMeet,
} from '../model/index.ts'
import { isA } from '../schema/is-a.ts'
import { append } from './append.ts'
import { countModalities } from './modality-counts.ts'

/** What the rules of the schema give. */
export interface Derivation {
  /** In key order; none that was read itself. */
  readonly relations: readonly Relation[]
  readonly problems: readonly Problem[]
}

/** A rule between hubs could give a relation for every pair of their neighbours. */
const mostPerRule = 50_000

/** Relations by what a step of a rule may already know of them. */
interface StepIndex {
  of(relation: string): readonly Relation[]
  from(relation: string, source: string): readonly Relation[]
  to(relation: string, target: string): readonly Relation[]
}

function indexSteps(relations: readonly Relation[]): StepIndex {
  const all = new Map<string, Relation[]>()
  const sources = new Map<string, Relation[]>()
  const targets = new Map<string, Relation[]>()
  for (const edge of relations) {
    // Nothing follows from what is said not to hold, or only under a condition.
    if (edge.polarity === 'negative' || edge.modality === 'denied' || edge.modality === 'conditional')
      continue
    append(all, edge.relation, edge)
    append(sources, `${edge.relation}|${edge.source}`, edge)
    append(targets, `${edge.relation}|${edge.target}`, edge)
  }
  return {
    of: (relation) => all.get(relation) ?? [],
    from: (relation, source) => sources.get(`${relation}|${source}`) ?? [],
    to: (relation, target) => targets.get(`${relation}|${target}`) ?? [],
  }
}

type Bindings = ReadonlyMap<string, string>

interface Match {
  readonly bindings: Bindings
  readonly path: readonly Relation[]
}

function candidates(
  index: StepIndex,
  { subject, relation, object }: RuleStep,
  bindings: Bindings,
): readonly Relation[] {
  const source = bindings.get(subject)
  const target = bindings.get(object)
  if (source !== undefined) return index.from(relation, source)
  return target === undefined ? index.of(relation) : index.to(relation, target)
}

/** Whether two relations can hold together: where both have times, some of them meet. */
const together = (a: Relation, b: Relation): boolean => timesMeet(a.times, b.times) !== false

/** Every way in which the steps of a rule hold, in the order of the relations. */
function* matches(
  rule: Rule,
  index: StepIndex,
  schema: Schema,
  typeOf: (key: string) => string,
): Generator<Match> {
  const isState = (edge: Relation): boolean => schema.relations.get(edge.relation)?.temporal === 'state'
  const fits = (variable: string, key: string): boolean => {
    const allowed = rule.types[variable]
    return allowed === undefined || isA(schema, typeOf(key), allowed)
  }
  function* extend(match: Match, at: number): Generator<Match> {
    const step = rule.steps[at]
    if (!step) {
      yield match
      return
    }
    for (const edge of candidates(index, step, match.bindings)) {
      const bindings = new Map(match.bindings)
      const bind = (variable: string, key: string): boolean => {
        const bound = bindings.get(variable)
        // Different variables are different things: X is not its own neighbour.
        if (bound === undefined && [...bindings.values()].includes(key)) return false
        bindings.set(variable, key)
        return (bound === undefined || bound === key) && fits(variable, key)
      }
      if (!bind(step.subject, edge.source) || !bind(step.object, edge.target)) continue
      if (isState(edge) && match.path.some((other) => isState(other) && !together(edge, other))) continue
      yield* extend({ bindings, path: [...match.path, edge] }, at + 1)
    }
  }
  yield* extend({ bindings: new Map(), path: [] }, 0)
}

const weakest = (path: readonly Relation[]): Modality =>
  modalities[Math.min(...path.map((edge) => modalities.indexOf(edge.modality)))]!

/** The relation that these paths of one rule give between two nodes. */
function derivedRelation(
  key: string,
  [source, target]: readonly [string, string],
  rule: Rule,
  schema: Schema,
  paths: readonly (readonly Relation[])[],
): Relation {
  const { relation } = rule.conclusion
  const evidence = new Map<string, Evidence>()
  for (const row of paths.flat().flatMap((edge) => edge.evidence)) evidence.set(row.claim, row)
  const sureness = paths.map((path) => path.reduce((product, edge) => product * edge.confidence, 1))
  return {
    key,
    source,
    target,
    label: rule.label ?? schema.relations.get(relation)?.label ?? relation.replaceAll('-', ' '),
    relation,
    polarity: 'positive',
    open: false,
    ...countModalities(paths.map(weakest)),
    times: [],
    confidence: Number(Math.max(...sureness).toFixed(3)),
    origins: 0,
    documents: 0,
    derived: true,
    evidence: [...evidence.values()],
    derivation: { rule: rule.name, paths: paths.map((path) => path.map((edge) => edge.key)) },
  }
}

/**
 * Composes relations by the rules of the schema. A derived relation is as sure as the weakest step of its best
 * path, has the evidence of its paths, no times, and counts no origins or documents, for nobody said it. Only
 * what was read is composed, so that no chain of rules runs away. What was read itself stays as it was read.
 */
export function deriveRelations(
  entities: readonly Entity[],
  relations: readonly Relation[],
  schema: Schema,
): Derivation {
  const types = new Map(entities.map(({ key, type }) => [key, type]))
  const typeOf = (key: string): string => types.get(key) ?? 'Thing'
  const known = new Set(relations.map(({ key }) => key))
  const index = indexSteps(relations)
  const derived = new Map<string, Relation>()
  const problems: Problem[] = []
  for (const rule of [...schema.rules.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const found = new Map<string, { ends: [string, string]; paths: (readonly Relation[])[] }>()
    const { subject, relation, object } = rule.conclusion
    const signature = schema.relations.get(relation)
    const takes = (key: string, allowed: readonly string[] = []): boolean =>
      typeOf(key) === 'Thing' || isA(schema, typeOf(key), allowed)
    for (const { bindings, path } of matches(rule, index, schema, typeOf)) {
      const source = bindings.get(subject)!
      const target = bindings.get(object)!
      if (!takes(source, signature?.subject) || !takes(target, signature?.object)) continue
      const key = [source, relation, target, 'positive'].join('|')
      if (source === target || known.has(key) || derived.has(key)) continue
      const entry = found.get(key)
      if (entry) entry.paths.push(path)
      else if (found.size < mostPerRule) found.set(key, { ends: [source, target], paths: [path] })
      else {
        problems.push(tooMany(rule))
        break
      }
    }
    for (const [key, { ends, paths }] of found)
      derived.set(key, derivedRelation(key, ends, rule, schema, paths))
  }
  return { relations: [...derived.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), problems }
}

const tooMany = (rule: Rule): Problem => ({
  severity: 'warning',
  code: 'rule-limit',
  message: `The rule "${rule.name}" gives more than ${mostPerRule} relations; those after the first ${mostPerRule} are left out`,
  hint: 'Narrow it with "types", or build with --no-derived.',
})
