import type { Tree } from '../annotate/tree.ts'

/** How the subject of a clause was found; the order is that of trust. */
export type SubjectSource = 'own' | 'relative' | 'conjunct' | 'control' | 'matrix' | 'participle'

/** An argument behind a preposition; `head` is a noun, or the verb of "after speaking". */
export interface Oblique {
  readonly preposition: string
  readonly head: number
}

/** A predicate with its arguments, as written: a passive keeps its surface subject. All numbers are tokens. */
export interface Clause {
  readonly predicate: number
  readonly kind: 'verb' | 'copula'
  readonly passive: boolean
  readonly subject?: number
  readonly subjectSource?: SubjectSource
  readonly objects: readonly number[]
  readonly obliques: readonly Oblique[]
  readonly particles: readonly string[]
  /** Clausal complements: `ccomp` and `xcomp`. */
  readonly complements: readonly number[]
}

const relativePronouns = new Set(['who', 'which', 'that', 'whom', 'whose', 'where', 'when'])
const nonPredicates = new Set([
  'amod',
  'compound',
  'fixed',
  'flat',
  'case',
  'mark',
  'aux',
  'cop',
  'det',
  'advmod',
  'goeswith',
])

const isRelativePronoun = (tree: Tree, token: number): boolean =>
  relativePronouns.has(tree.lower(token)) && (/^W/.test(tree.xpos(token)) || tree.upos(token) === 'PRON')

export const hasCopula = (tree: Tree, token: number): boolean => tree.children(token, 'cop').length > 0

export const isVerb = (tree: Tree, token: number): boolean =>
  tree.upos(token) === 'VERB' ||
  (tree.upos(token) === 'AUX' && !['aux', 'cop'].includes(tree.relation(token)))

/** Whether a token heads a clause. */
export const isPredicate = (tree: Tree, token: number): boolean =>
  hasCopula(tree, token) || (isVerb(tree, token) && !nonPredicates.has(tree.relation(token)))

/** Whether the verb stands in the passive, or as a participle after its noun. */
export function isPassive(tree: Tree, verb: number): boolean {
  if (tree.children(verb).some((c) => tree.label(c) === 'aux:pass' || tree.label(c) === 'nsubj:pass'))
    return true
  if (tree.xpos(verb) !== 'VBN') return false
  const auxiliaries = tree.children(verb, 'aux')
  if (auxiliaries.some((a) => tree.lemma(a) === 'have')) return false
  if (auxiliaries.some((a) => /^(be|get)$/.test(tree.lemma(a)))) return true
  const relation = tree.relation(verb)
  if (relation === 'conj' && auxiliaries.length === 0) return isPassive(tree, tree.head(verb))
  return auxiliaries.length === 0 && (relation === 'acl' || relation === 'advcl')
}

interface Subject {
  readonly token: number
  readonly source: SubjectSource
}

/**
 * The subject of a predicate: its own; the noun that a relative clause belongs to; that of the verb it is
 * joined to; the object or subject that controls an infinitive; that of the main clause for a clause
 * without one; the noun before a participle.
 */
export function subjectOf(tree: Tree, verb: number, depth = 0): Subject | undefined {
  if (depth > 6) return undefined
  const own = tree.children(verb, 'nsubj').find((c) => tree.label(c) !== 'nsubj:outer')
  const head = tree.head(verb)
  const relation = tree.relation(verb)
  if (own !== undefined) {
    if (
      !isRelativePronoun(tree, own) ||
      (/^(this|that)$/.test(tree.lower(own)) && tree.label(verb) !== 'acl:relcl')
    )
      return { token: own, source: 'own' }
    let at = verb
    while (tree.relation(at) === 'conj' && tree.head(at) >= 0) at = tree.head(at)
    return tree.relation(at) === 'acl' && tree.head(at) >= 0
      ? { token: tree.head(at), source: 'relative' }
      : undefined
  }
  if (head < 0 || tree.children(verb, 'expl', 'csubj').length > 0) return undefined
  if (relation === 'conj' && (isPredicate(tree, head) || isVerb(tree, head))) {
    const shared = subjectOf(tree, head, depth + 1)
    return shared && { token: shared.token, source: shared.source === 'own' ? 'conjunct' : shared.source }
  }
  if (relation === 'xcomp') {
    const object = tree.children(head, 'obj', 'iobj')[0]
    const controller = object !== undefined ? object : subjectOf(tree, head, depth + 1)?.token
    return controller === undefined ? undefined : { token: controller, source: 'control' }
  }
  if (relation === 'advcl') {
    const main = subjectOf(tree, head, depth + 1)
    return main && { token: main.token, source: 'matrix' }
  }
  if (relation === 'acl' && tree.label(verb) !== 'acl:relcl' && /^(NOUN|PROPN|PRON)$/.test(tree.upos(head))) {
    const infinitive = tree.children(verb, 'mark').some((m) => tree.lower(m) === 'to')
    return infinitive ? undefined : { token: head, source: 'participle' }
  }
  return undefined
}

/** The words of a preposition before a noun, joined: `as part of` is `as-part-of`. */
export function prepositionOf(tree: Tree, token: number): string | undefined {
  const words = tree
    .children(token, 'case')
    .filter((c) => c < token && tree.xpos(c) !== 'POS')
    .flatMap((c) => [c, ...tree.children(c, 'fixed')])
    .sort((a, b) => a - b)
  return words.length > 0 ? words.map((w) => tree.lower(w)).join('-') : undefined
}

/** The clause of a predicate. */
export function clauseOf(tree: Tree, predicate: number): Clause {
  const subject = subjectOf(tree, predicate)
  const objects: number[] = []
  const obliques: Oblique[] = []
  const particles: string[] = []
  const complements: number[] = []
  const relative = tree.label(predicate) === 'acl:relcl'
  for (const child of tree.children(predicate)) {
    const relation = tree.relation(child)
    if (relation === 'obj' || relation === 'iobj') {
      if (!(isRelativePronoun(tree, child) && tree.upos(child) === 'PRON' && relative)) objects.push(child)
      else if (tree.head(predicate) >= 0) objects.push(tree.head(predicate))
    } else if (relation === 'obl' || (relation === 'nmod' && isVerb(tree, predicate))) {
      const preposition = prepositionOf(tree, child) ?? ''
      const antecedent = isRelativePronoun(tree, child) && relative ? tree.head(predicate) : child
      obliques.push({ preposition, head: antecedent })
    } else if (relation === 'ccomp' || relation === 'xcomp') complements.push(child)
    else if (relation === 'advcl') {
      const mark = tree.children(child, 'mark').find((m) => m < child)
      if (mark !== undefined && tree.xpos(child) === 'VBG')
        obliques.push({ preposition: tree.lower(mark), head: child })
    } else if (relation === 'compound' || (relation === 'advmod' && tree.children(child).length === 0))
      particles.push(tree.lower(child))
  }
  const copula = hasCopula(tree, predicate)
  if (relative && subject?.source === 'own' && !copula && objects.length === 0 && tree.head(predicate) >= 0) {
    const adverb = tree
      .children(predicate, 'advmod')
      .some((a) => /^(where|when|why|how)$/.test(tree.lower(a)))
    const stranded = obliques.some((o) => o.head === tree.head(predicate))
    if (!adverb && !stranded) objects.push(tree.head(predicate))
  }
  return {
    predicate,
    kind: copula ? 'copula' : 'verb',
    passive: !copula && isPassive(tree, predicate),
    ...(subject ? { subject: subject.token, subjectSource: subject.source } : {}),
    objects,
    obliques,
    particles,
    complements,
  }
}

/** A clause turned into the active voice: who does it, and what it is done to. */
export interface ActiveClause extends Clause {
  readonly agent?: number
  readonly patients: readonly number[]
}

/** Turns a passive round: its subject becomes a patient, the by-phrase the agent. */
export function activeVoice(clause: Clause): ActiveClause {
  if (!clause.passive)
    return {
      ...clause,
      ...(clause.subject === undefined ? {} : { agent: clause.subject }),
      patients: clause.objects,
    }
  const by = clause.obliques.find((o) => o.preposition === 'by')
  return {
    ...clause,
    ...(by ? { agent: by.head } : {}),
    patients: clause.subject === undefined ? clause.objects : [clause.subject, ...clause.objects],
    obliques: clause.obliques.filter((o) => o !== by),
  }
}

/** A noun with the nouns joined to it: "A, B and C" gives three. */
export function conjuncts(tree: Tree, token: number): number[] {
  return [
    token,
    ...tree
      .children(token, 'conj')
      .filter((c) => /^(NOUN|PROPN|PRON|NUM)$/.test(tree.upos(c)) || tree.upos(c) === tree.upos(token)),
  ]
}
