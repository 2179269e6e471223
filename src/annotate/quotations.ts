import type { QuotedSpan } from './annotated-document.ts'
import type { Tree } from './tree.ts'

const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '«': '»',
  '„': '“',
}

interface Marks {
  readonly start: number
  readonly end: number
}

const isWordChar = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c)

/**
 * The spans between quotation marks, marks included. A quotation that a paragraph leaves open goes on in
 * the next one if that begins with an opening mark; otherwise it ends with its paragraph.
 */
export function findQuotedSpans(text: string): Marks[] {
  const spans: Marks[] = []
  const paragraph = /[^\n]+/g
  for (let match = paragraph.exec(text); match; match = paragraph.exec(text)) {
    const end = match.index + match[0].length
    // Where one mark found no partner up to the end, no later one of its kind does.
    const unclosed = new Set<string>()
    let i = match.index
    while (i < end) {
      const mark = text[i]!
      const closer = closers[mark]
      const opens = closer !== undefined && !isWordChar(text[i - 1]) && /\S/.test(text[i + 1] ?? ' ')
      if (!opens) {
        i++
        continue
      }
      const close = unclosed.has(closer) ? -1 : findClose(text, i + 1, end, closer)
      if (close < 0) unclosed.add(closer)
      // A single mark without its partner is an apostrophe; a double one is a quotation left open.
      if (close < 0 && (closer === '’' || closer === "'")) {
        i++
        continue
      }
      const stop = close < 0 ? end : close + 1
      spans.push({ start: i, end: stop })
      i = stop
    }
  }
  return spans
}

function findClose(text: string, from: number, end: number, closer: string): number {
  const single = closer === '’' || closer === "'"
  for (let i = from; i < end; i++) {
    if (text[i] !== closer) continue
    if (single && isWordChar(text[i + 1])) continue
    if (single && /s/i.test(text[i - 1] ?? '')) {
      // "officers’ messages’": the last mark within the paragraph's next few words closes.
      const next = text.slice(i + 1, Math.min(end, i + 40)).indexOf(closer)
      if (next >= 0 && !isWordChar(text[i + 2 + next])) continue
    }
    return i
  }
  return -1
}

/** Where the words come from: the head token of the speaker and the token of the verb. */
interface Attribution {
  readonly speaker: number
  readonly cue: number
}

/**
 * Finds the quotations of a document and who speaks them: the subject of a verb of speech in the same
 * sentence outside the marks, in the sentence that leads up to it, or else the speaker before it. Marks
 * round a name, a title or a few words inside a clause are not speech.
 */
export function findQuotations(tree: Tree, verbs: ReadonlySet<string>): QuotedSpan[] {
  const { tokens, text } = tree
  const quotations: QuotedSpan[] = []
  let token = 0
  let last: { speaker: number; cue: number; end: number } | undefined
  for (const span of findQuotedSpans(text)) {
    while (token < tokens.length && tokens[token]!.start < span.start) token++
    let end = token
    while (end < tokens.length && tokens[end]!.start < span.end) end++
    if (end - token < 3) continue
    const inside = (i: number): boolean => i >= token && i < end
    let finite = false
    for (let i = token; i < end; i++) if (/^(VB[DPZ]|MD|VB)$/.test(tree.xpos(i))) finite = true
    if (!finite && end - token < 7) continue
    const found = attribute(tree, token, end, inside, verbs)
    const between = last ? text.slice(last.end, span.start) : ''
    const continues = last !== undefined && (/^\s*$/.test(between) || !/\n/.test(between))
    const from: Attribution | undefined = found ?? (continues && last ? last : undefined)
    quotations.push({
      start: span.start,
      end: span.end,
      firstToken: token,
      endToken: end,
      ...(from
        ? { speakerToken: from.speaker, cue: { start: tokens[from.cue]!.start, end: tokens[from.cue]!.end } }
        : {}),
    })
    if (from) last = { ...from, end: span.end }
    else last = undefined
  }
  return quotations
}

function attribute(
  tree: Tree,
  first: number,
  end: number,
  inside: (token: number) => boolean,
  verbs: ReadonlySet<string>,
): Attribution | undefined {
  const candidates: number[] = []
  const sameSentence = (i: number, near: number): boolean =>
    i >= 0 && i < tree.tokens.length && tree.sentence(i) === tree.sentence(near)
  const closed = /[.…][”’"'»]?$/.test(tree.text.slice(tree.tokens[first]!.start, tree.tokens[end - 1]!.end))
  // After the quotation, unless it ends in a full stop: "..., said Ruth Amsel"; before it: "Ruth Amsel said: ...".
  for (let i = end; !closed && sameSentence(i, end - 1) && i < end + 25; i++) candidates.push(i)
  const after = tree.tokens[end - 1]
  const gap = after && tree.tokens[end] ? tree.text.slice(after.end, tree.tokens[end]!.start) : '\n'
  if (!closed && !gap.includes('\n'))
    for (let i = end; i < Math.min(end + 8, tree.tokens.length); i++) candidates.push(i)
  const start = tree.tokens[first]!.start
  for (let i = first - 1; i >= 0 && i > first - 30; i--) {
    const between = tree.text.slice(tree.tokens[i]!.end, start)
    if (/\n\s*\n/.test(between) || (/[.!?]["”’]?\s/.test(between) && !/:\s*$/.test(between))) break
    candidates.push(i)
  }
  for (const verb of candidates) {
    if (inside(verb) || tree.upos(verb) !== 'VERB' || !verbs.has(tree.lemma(verb))) continue
    const found = subjectOf(tree, verb)
    const subject = found !== undefined && !inside(found) ? found : besideVerb(tree, verb, inside)
    if (subject !== undefined) return { speaker: speakerBehind(tree, subject), cue: verb }
  }
  return inStatement(tree, first)
}

const utterance =
  /^(statement|comment|speech|letter|remark|response|reply|apology|tweet|post|address|message|email|interview)$/
const uttering = /^(issue|release|make|publish|give|deliver|write|send|post|read)$/

/** Who made the statement that the sentence before tells of: 'Ruth Amsel issued a statement. "We are sorry."' */
function inStatement(tree: Tree, first: number): Attribution | undefined {
  // Only marks may stand before the first word of the quotation in its sentence.
  for (let i = first - 1; i >= 0 && tree.sentence(i) === tree.sentence(first); i--)
    if (tree.upos(i) !== 'PUNCT') return undefined
  const before = tree.sentence(first) - 1
  for (let i = first - 1; i >= 0 && tree.sentence(i) >= before; i--) {
    if (tree.sentence(i) !== before || tree.head(i) >= 0) continue
    if (tree.upos(i) !== 'VERB' || !uttering.test(tree.lemma(i))) return undefined
    const says = tree.children(i, 'obj').some((o) => utterance.test(tree.lemma(o)))
    const speaker = subjectOf(tree, i)
    return says && speaker !== undefined ? { speaker, cue: i } : undefined
  }
  return undefined
}

/** Who speaks in "the mayor's statement added": whose statement it is. */
function speakerBehind(tree: Tree, speaker: number): number {
  if (!utterance.test(tree.lemma(speaker))) return speaker
  return tree.children(speaker, 'nmod').find((c) => tree.label(c) === 'nmod:poss') ?? speaker
}

/** The name or noun right before a verb of speech, or else right after it, where the tree does not tell its subject. */
function besideVerb(tree: Tree, verb: number, inside: (token: number) => boolean): number | undefined {
  const fits = (i: number): boolean =>
    tree.tokens[i] !== undefined &&
    tree.sentence(i) === tree.sentence(verb) &&
    !inside(i) &&
    /^(PROPN|NOUN|PRON)$/.test(tree.upos(i))
  return [verb - 1, verb + 1].find(fits)
}

/** The subject of a verb of speech, its own or that of the verb it is joined to. */
function subjectOf(tree: Tree, verb: number): number | undefined {
  let at = verb
  for (let step = 0; step < 4; step++) {
    const own = tree.children(at, 'nsubj')[0]
    if (own !== undefined) return own
    if (!['conj', 'advcl', 'xcomp', 'parataxis'].includes(tree.relation(at)) || tree.head(at) < 0)
      return undefined
    at = tree.head(at)
  }
  return undefined
}
