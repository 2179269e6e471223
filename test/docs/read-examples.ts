import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something in a document that can be run. */
export type Example =
  | { readonly kind: 'line'; readonly line: string; readonly at: number; readonly prints?: string }
  | { readonly kind: 'file'; readonly name: string; readonly text: string; readonly at: number }
  | {
      readonly kind: 'script'
      readonly language: 'ts' | 'js'
      readonly text: string
      readonly at: number
      readonly prints?: string
    }

/** The documents whose examples are run, by their path below the root: README.md and docs/*.md. */
export function documentPaths(root: string): string[] {
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
  return ['README.md', ...docs.sort().map((name) => `docs/${name}`)]
}

const fence = /^```(\w*) ?(\w*)\n([\s\S]*?)^```$/gm

/**
 * The examples of a Markdown text in order. Run are: in a block marked `sh` every line that begins with `redthread` or
 * `printf`; a block marked `ts run` or `js run`; and an indented line that puts a command to the folder `out`. A block
 * marked `text output` right after one of the first two holds what it (its last line) must print. A block whose first
 * line is a comment with the name of a file is that file.
 */
export function readExamples(path: string): Example[] {
  const text = readFileSync(path, 'utf8')
  const lineAt = (index: number): number => text.slice(0, index).split('\n').length
  const found: Example[] = []
  const blocks = [...text.matchAll(fence)].map((match) => ({
    language: match[1]!,
    mark: match[2]!,
    body: match[3]!,
    index: match.index,
    end: match.index + match[0].length,
  }))
  for (const [n, { language, mark, body, index, end }] of blocks.entries()) {
    const at = lineAt(index)
    const next = blocks[n + 1]
    const follows =
      next?.language === 'text' && next.mark === 'output' && text.slice(end, next.index).trim() === ''
    const prints = follows ? { prints: next.body } : {}
    const name = /^(?:#|\/\/) ([a-z.-]+\.[a-z]+)\n/.exec(body)?.[1]
    if (name !== undefined) found.push({ kind: 'file', name, text: body, at })
    if (language === 'sh') {
      const lines = body
        .split('\n')
        .flatMap((line, row) => (/^(redthread|printf) /.test(line) ? [{ line, row }] : []))
      for (const { line, row } of lines)
        found.push({
          kind: 'line',
          line,
          at: at + 1 + row,
          ...(row === lines.at(-1)!.row && prints),
        })
    }
    if ((language === 'ts' || language === 'js') && mark === 'run')
      found.push({ kind: 'script', language, text: body, at, ...prints })
  }
  const outside = text.replace(fence, (block) => block.replace(/[^\n]/g, ' '))
  for (const match of outside.matchAll(/^ {4}(redthread [a-z]+ out\b.*)$/gm))
    if (path.includes('docs/')) found.push({ kind: 'line', line: match[1]!.trim(), at: lineAt(match.index) })
  return found.sort((a, b) => a.at - b.at)
}
