import sax from 'sax'
import { importFault } from './import-fault.ts'

/** What is done with the elements of an XML file; names are without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  /** `text`: what stood directly in the element. */
  close(name: string, text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML, element by element. Throws a FileError with line and column where it is not well formed. Entities
 * that the file declares itself are not expanded, so that a small file cannot become a huge one.
 */
export function parseXml(file: string, text: string, handler: XmlHandler): void {
  const parser = sax.parser(true, { position: true })
  const texts: string[] = []
  parser.onerror = (error) => {
    throw importFault(
      file,
      `it is not well-formed XML (${error.message.split('\n')[0]})`,
      'Export it again from the program that wrote it.',
      { line: parser.line + 1, column: parser.column + 1 },
    )
  }
  parser.onopentag = ({ name, attributes }) => {
    texts.push('')
    handler.open(local(name), attributes as Record<string, string>)
  }
  const add = (piece: string): void => {
    if (texts.length > 0) texts[texts.length - 1] += piece
  }
  parser.ontext = add
  parser.oncdata = add
  parser.onclosetag = (name) => handler.close(local(name), texts.pop() ?? '')
  parser.write(text).close()
}
