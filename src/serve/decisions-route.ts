import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '../graph/index.ts'
import { Refusal } from './refusal.ts'
import type { Route } from './route.ts'

/** The text of a decisions file with more decisions at its end, or what is wrong with them. */
export type AppendDecisions = (
  text: string,
  decisions: readonly unknown[],
) => { readonly text: string } | { readonly wrong: string; readonly hint?: string }

/** Decisions that one request may bring. */
const most = 1_000

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The one address that writes: decisions of the viewer, added to decisions.yaml. */
export function decisionsRoute(outDir: string, append: AppendDecisions): Route {
  const path = join(outDir, 'decisions.yaml')
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
      const result = append(before, decisions)
      if ('wrong' in result) throw new Refusal(400, result.wrong, result.hint)
      replaceFile(path, [result.text])
      return { json: { hash: hashOf(result.text), added: decisions.length } }
    },
  }
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
