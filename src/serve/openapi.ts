import { answerSchemas, type Parameter, parameterSchema } from '../query/index.ts'
import type { Route } from './route.ts'

/** Where the shapes of answers stand in the description. */
export const schemaRoot = '#/components/schemas/'

/** How every refusal is told: RFC 9457, with the code and hint of docs/errors.md. */
const problem = {
  type: 'object',
  description: 'What was wrong with a request (RFC 9457).',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    hint: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'detail'],
  additionalProperties: false,
}

const refusal = (description: string): unknown => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: `${schemaRoot}Problem` } } },
})

const parameterOf = (parameter: Parameter, required: boolean): unknown => ({
  name: parameter.name,
  in: 'query',
  description: parameter.says,
  required,
  schema: parameterSchema(parameter),
  ...(parameter.kind === 'list' && { style: 'form', explode: true }),
})

function operationOf(route: Route): unknown {
  const { id, says, parameters, required, body, type, schema } = route
  const names = new Set<string>(required.map(({ name }) => name))
  return {
    operationId: id,
    summary: says,
    ...(parameters.length > 0 && {
      parameters: parameters.map((one) => parameterOf(one, names.has(one.name))),
    }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
      security: [{ token: [] }],
    }),
    responses: {
      200: { description: 'The answer.', content: { [type]: { schema: schema ?? { type: 'string' } } } },
      400: refusal('A parameter that is unknown, missing, or has a value that cannot be used.'),
      403: refusal('Asked under another name than the loopback address, or from another site.'),
      ...(body && {
        409: refusal('The file is another than the one that was seen.'),
        413: refusal('The body is too large.'),
        415: refusal('The body is not JSON.'),
      }),
      ...(parameters.length > 0 && { 404: refusal('A name that the graph does not have.') }),
      414: refusal('The address is too long.'),
      503: refusal('Too many requests at the same time.'),
    },
  }
}

/** The OpenAPI 3.1 description of these routes, from the declarations that their requests are checked by. */
export function describeRoutes(routes: readonly Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    paths[route.path] ??= {}
    paths[route.path]![route.method] = operationOf(route)
  }
  const writes = routes.some(({ method }) => method === 'post')
  return {
    openapi: '3.1.1',
    info: {
      title: 'Redthread',
      version,
      description: 'Questions to a knowledge graph; every answer can carry the exact words it was read from.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...answerSchemas(schemaRoot), Problem: problem },
      ...(writes && {
        securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Redthread-Token' } },
      }),
    },
  }
}
