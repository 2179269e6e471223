import { serializeGraph } from '../graph/index.ts'
import {
  answerSchema,
  type JsonSchema,
  type Parameter,
  parametersOf,
  QueryError,
  type Question,
  questions,
} from '../query/index.ts'
import { boundedMatches, boundedParameters } from './bounds.ts'
import { describeRoutes, schemaRoot } from './openapi.ts'
import type { Route } from './route.ts'

const json = 'application/json'

/** The address of a question. */
function questionRoute(question: Question): Route {
  return {
    method: 'get',
    path: `/api/${question.name}`,
    id: question.name,
    says: question.says,
    parameters: boundedParameters(parametersOf(question)),
    required: question.required,
    schema: answerSchema(question.item, schemaRoot),
    type: json,
    answer: ({ graph, given }) => ({ json: boundedMatches(question.answer(graph(), given)) }),
  }
}

const documentId: Parameter = {
  name: 'document',
  kind: 'text',
  value: 'id',
  says: 'the id of a document, as evidence names it',
}

const textRoute: Route = {
  method: 'get',
  path: '/api/text',
  id: 'text',
  says: 'a document with its text and zones, as in documents.jsonl: offsets of evidence count in its text',
  parameters: [documentId],
  required: [documentId],
  schema: {
    type: 'object',
    required: ['id', 'text', 'zones'],
    properties: {
      id: { type: 'string' },
      text: { type: 'string' },
      zones: { type: 'array', items: { type: 'object' } },
    },
  },
  type: json,
  answer({ graph, given }) {
    const document = graph().document(given.document!)
    if (document) return { json: document }
    throw new QueryError(
      'name-unknown',
      `There is no document "${given.document}".`,
      'Take the id of a document as an answer gives it.',
    )
  },
}

const graphRoute: Route = {
  method: 'get',
  path: '/graph.json',
  id: 'graph',
  says: "the whole graph in graphology's serialization, the same bytes as graph.json",
  parameters: [],
  required: [],
  schema: {
    type: 'object',
    required: ['attributes', 'options', 'nodes', 'edges'],
    properties: {
      attributes: { type: 'object' },
      options: { type: 'object' },
      nodes: { type: 'array', items: { type: 'object' } },
      edges: { type: 'array', items: { type: 'object' } },
    },
  },
  type: json,
  answer: ({ graph }) => ({ type: json, pieces: serializeGraph(graph().graph) }),
}

/** Every address of the API; `others` stand after the questions. */
export function apiRoutes(version: string, others: readonly Route[] = []): readonly Route[] {
  const described: Route = {
    method: 'get',
    path: '/openapi.json',
    id: 'openapi',
    says: 'this description, in OpenAPI 3.1',
    parameters: [],
    required: [],
    schema: { type: 'object' } satisfies JsonSchema,
    type: json,
    answer: () => ({ json: describeRoutes(routes, version) }),
  }
  const routes: readonly Route[] = [
    ...questions.map(questionRoute),
    textRoute,
    graphRoute,
    ...others,
    described,
  ]
  return routes
}
