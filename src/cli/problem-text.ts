import type { Problem } from '../model/index.ts'
import { printable } from './printable.ts'
import { plain, type Style } from './style.ts'

/** Characters of a source line that are shown on either side of the place. */
const around = 50

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

/** `file:line:column`, as far as it is known. */
function placeOf({ file, line, column }: Problem): string {
  if (file === undefined) return ''
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')
}

/** The line of a text (1-based) and a caret under one of its columns; a long line is cut around it. */
function excerpt(text: string, line: number, column: number): string[] {
  const whole = text.split(/\r\n|\n|\r/)[line - 1]
  if (whole === undefined) return []
  const from = Math.max(0, column - 1 - around)
  const to = column - 1 + around
  const before = `${from > 0 ? '…' : ''}${whole.slice(from, column - 1)}`
  const shown = `${before}${whole.slice(column - 1, to)}${whole.length > to ? '…' : ''}`
  const number = String(line)
  const gap = ' '.repeat(number.length)
  return [
    `  ${number} | ${shown.replace(/[\p{Cc}]/gu, ' ')}`,
    `  ${gap} | ${' '.repeat([...before].length)}^`,
  ]
}

/**
 * A problem as it is printed: `file:line:column: severity: message hint [code]`, then, where the text of the
 * file is at hand, the line with a caret. The place is left out where the message names it. Ends with a line end.
 */
export function problemText(problem: Problem, text?: string, style: Style = plain): string {
  const { severity, code, message, hint, line, column } = problem
  const named = line === undefined && problem.file !== undefined && message.includes(problem.file)
  const place = named ? '' : placeOf(problem)
  const sentence = [ended(message), ...(hint === undefined ? [] : [hint])]
  const set = severity === 'error' ? style.alarm : style.strong
  const head = `${place === '' ? '' : `${printable(place)}: `}${set(`${severity}:`)} `
  const lines = [`${head}${printable(sentence.join(' '))} ${style.faint(`[${code}]`)}`]
  if (text !== undefined && line !== undefined) lines.push(...excerpt(text, line, column ?? 1))
  return `${lines.join('\n')}\n`
}
