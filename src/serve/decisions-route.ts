import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decisionsName, replaceFile } from '../graph/index.ts'
import { type Decision, hasError } from '../model/index.ts'
import { readDecisions } from '../resolve/decisions/read-decisions.ts'
import { appendDecision } from '../resolve/decisions/write-decisions.ts'
import { Refusal } from './refusal.ts'
import type { Route } from './route.ts'

/** Decisions that one request may bring. */
const most = 200

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The one address that writes: decisions of the viewer, added to decisions.yaml. */
export function decisionsRoute(outDir: string): Route {
  const path = join(outDir, decisionsName)
  return {
    method: 'post',
    path: '/api/decisions',
    id: 'decide',
    says: 'adds decisions to decisions.yaml; takes the token of the page and its origin',
    parameters: [],
    required: [],
    body: {
      type: 'object',
      properties: {
        decisions: {
          type: 'array',
          items: { type: 'object', description: 'A decision as it stands in decisions.yaml.' },
          minItems: 1,
          maxItems: most,
        },
        hash: { type: 'string', description: 'The hash of the file that the decisions were made for.' },
      },
      required: ['decisions'],
      additionalProperties: false,
    },
    schema: {
      type: 'object',
      properties: {
        hash: { type: 'string', description: 'SHA-256 of the file as it is now, in hexadecimal.' },
        added: { type: 'integer' },
      },
      required: ['hash', 'added'],
      additionalProperties: false,
    },
    type: 'application/json',
    answer({ body }) {
      const { decisions, hash } = checkedBody(body)
      const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
      if (hash !== undefined && hash !== hashOf(before))
        throw new Refusal(409, 'decisions.yaml is another than the one that was seen.', 'Reload the page.')
      if (hasError(readDecisions(before, path).problems))
        throw new Refusal(409, 'decisions.yaml has an error, so nothing is added to it.', 'Mend it first.')
      const after = readGiven(decisions).reduce(appendDecision, before)
      if (hasError(readDecisions(after, path).problems))
        throw new Refusal(
          500,
          'The decisions cannot be written as YAML that reads back.',
          'Nothing was written.',
        )
      replaceFile(path, [after])
      return { json: { hash: hashOf(after), added: decisions.length } }
    },
  }
}

/** Decisions of a request, held to the same rules as the file: JSON is YAML. Throws a Refusal. */
function readGiven(decisions: readonly unknown[]): readonly Decision[] {
  const read = readDecisions(JSON.stringify({ decisions }), 'the request')
  const [problem] = read.problems
  if (problem) throw new Refusal(400, problem.message, problem.hint)
  return read.decisions.map(({ decision }) => decision)
}

function checkedBody(body: unknown): { decisions: readonly unknown[]; hash?: string } {
  if (typeof body === 'object' && body !== null && 'decisions' in body && Array.isArray(body.decisions)) {
    const { decisions, ...rest } = body
    const hash = 'hash' in rest ? rest.hash : undefined
    const known = Object.keys(rest).every((key) => key === 'hash')
    if (known && (hash === undefined || typeof hash === 'string'))
      if (decisions.length > 0 && decisions.length <= most)
        return { decisions, ...(hash !== undefined && { hash }) }
  }
  throw new Refusal(
    400,
    'The body has no list of decisions.',
    `Send {"decisions": [...]} with 1 to ${most} decisions as decisions.yaml has them, and "hash" if you like.`,
  )
}
