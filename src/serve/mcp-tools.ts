import {
  type Answer,
  answerSchema,
  answerSchemas,
  type Given,
  type JsonSchema,
  type KnowledgeGraph,
  type Parameter,
  parameterSchema,
  parametersOf,
  QueryError,
  type Question,
  questions,
  readParameters,
} from '../query/index.ts'
import { choiceHint } from '../schema/closest.ts'
import { boundedMatches, boundedParameters } from './bounds.ts'

/** A tool: one of the questions, under a name that says what it gives. */
interface Tool {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly question: Question
  readonly parameters: readonly Parameter[]
}

/** What the Model Context Protocol is told of a tool. */
export interface ToolDescription {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: JsonSchema & { readonly type: 'object' }
  readonly outputSchema: JsonSchema & { readonly type: 'object' }
  readonly annotations: {
    readonly readOnlyHint: true
    readonly destructiveHint: false
    readonly idempotentHint: true
    readonly openWorldHint: false
  }
}

/** Characters of the longest answer: about as much as a model reads without losing the thread. */
export const longestAnswer = 40_000

const limits = {
  limit: { fallback: 20, most: 100 },
  maxEvidence: { fallback: 3, most: 20 },
  count: { fallback: 3, most: 10 },
  maxSteps: { fallback: 6, most: 8 },
}

const cites =
  'Each quote comes with document, offsets, date, speakers and modality: what is reported, alleged or denied is not a fact.'

const tools: readonly Tool[] = (
  [
    ['search', 'search', 'Search', 'Finds entities by name and passages by their words.'],
    [
      'entity',
      'show',
      'Entity',
      'Gives one entity: names, documents, and its relations with the words that say so.',
    ],
    ['relations', 'relations', 'Relations', 'Gives relations (who did what to whom) that pass filters.'],
    [
      'path',
      'path',
      'Path',
      'Gives the shortest ways from one entity to another, with evidence for each step.',
    ],
    [
      'timeline',
      'timeline',
      'Timeline',
      'Gives what is told, of one entity or of all, in the order of time.',
    ],
    [
      'contradictions',
      'contradictions',
      'Contradictions',
      'Gives relations that cannot all hold, with both sides.',
    ],
    [
      'evidence',
      'evidence',
      'Evidence',
      'Gives the passages that relations were read from, filtered by relation key, document, speaker and more.',
    ],
  ] as const
).map(([name, asks, title, says]) => {
  const question = questions.find((one) => one.name === asks)!
  return {
    name,
    title,
    says: `${says} ${cites}`,
    question,
    parameters: boundedParameters(parametersOf(question), limits),
  }
})

/** The shapes that a schema refers to, and those that they refer to. */
function reachable(
  schema: JsonSchema,
  all: Readonly<Record<string, JsonSchema>>,
): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {}
  const visit = (one: JsonSchema): void => {
    for (const [, name] of JSON.stringify(one).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (found[name!]) continue
      found[name!] = all[name!]!
      visit(all[name!]!)
    }
  }
  visit(schema)
  return found
}

/** Every tool as the protocol lists it. */
export function toolDescriptions(): readonly ToolDescription[] {
  const root = '#/$defs/'
  const shapes = answerSchemas(root)
  return tools.map(({ name, title, says, question, parameters }) => {
    const output = answerSchema(question.item, root)
    return {
      name,
      title,
      description: says,
      inputSchema: {
        type: 'object',
        properties: Object.fromEntries(
          parameters.map((one) => [one.name, { ...parameterSchema(one), description: one.says }]),
        ),
        required: question.required.map((one) => one.name),
        additionalProperties: false,
      },
      outputSchema: { type: 'object', ...output, $defs: reachable(output, shapes) },
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    }
  })
}

/** The answer as JSON, of no more than `longestAnswer` characters: asked again for less until it fits. */
function shortAnswer({ question }: Tool, graph: KnowledgeGraph, given: Given): Answer<unknown> {
  let { limit, maxEvidence, count } = given
  for (;;) {
    const asked: Given = {
      ...given,
      ...(limit !== undefined && { limit }),
      ...(maxEvidence !== undefined && { maxEvidence }),
      ...(count !== undefined && { count }),
    }
    const answer = boundedMatches(question.answer(graph, asked))
    if (JSON.stringify(answer).length <= longestAnswer) return answer
    if ((maxEvidence ?? 1) > 1) maxEvidence = 1
    else if ((limit ?? 1) > 1) limit = Math.ceil(limit! / 2)
    else if ((count ?? 1) > 1) count = 1
    else
      throw new QueryError(
        'usage',
        'The answer is too long to be given whole.',
        given.evidence === false
          ? 'Ask for something narrower.'
          : 'Ask with "evidence": false, or for something narrower.',
      )
  }
}

/** Puts a question to a graph. Throws a QueryError for a tool or an input that cannot be used. */
export function callTool(
  graph: KnowledgeGraph,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Answer<unknown> {
  const tool = tools.find((one) => one.name === name)
  if (!tool) {
    const asked = name.slice(0, 100)
    const names = tools.map((one) => one.name)
    throw new QueryError('usage', `There is no tool "${asked}".`, choiceHint(asked, names))
  }
  return shortAnswer(tool, graph, readParameters(tool.parameters, tool.question.required, input))
}
