import { type AnyNode, type Element, isTag } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { decodeText } from '../decode-text.ts'
import { tooLargeFor } from '../reading-error.ts'
import type { FormatInput } from './format-reader.ts'
import { plainText, walk } from './html-text.ts'

/**
 * The elements of an XML file. Entities that the file declares are not expanded and nothing outside it is fetched, so
 * that it can neither grow nor reach out; what is not well-formed is read as far as it goes.
 */
export function parseXml(bytes: Uint8Array, { file, limits }: FormatInput): readonly AnyNode[] {
  if (bytes.length > limits.treeBytes) {
    throw tooLargeFor('XML', bytes.length, limits.treeBytes)
  }
  const declared = /^<\?xml[^>]{0,100}encoding=["']([\w-]+)/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  )
  const { text } = decodeText(bytes, file, declared?.[1])
  return parseDocument(text, { xmlMode: true }).children
}

/** The elements of one name, wherever they are below some nodes; `dc:title` and `title` are different names. */
export function* elementsNamed(nodes: readonly AnyNode[], name: string): Generator<Element> {
  for (const node of walk(nodes)) if (isTag(node) && node.name === name) yield node
}

/** The words of the first element of one of the names, in the order of the names. */
export function firstWords(nodes: readonly AnyNode[], ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const element of elementsNamed(nodes, name)) {
      const words = plainText(element.children).replace(/\s+/g, ' ').trim()
      if (words) return words
    }
  }
  return undefined
}
