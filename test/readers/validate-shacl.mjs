// SHACL validation by rdf-validate-shacl, whose types need those of packages that have none.
import { Parser, Store } from 'n3'
import Validator from 'rdf-validate-shacl'

/** What a validator says of a Turtle text that breaks the shapes of another: a line for each fault. */
export async function validateShacl(shapes, data) {
  const read = (text) => new Store(new Parser().parse(text))
  const { results } = await new Validator(read(shapes)).validate(read(data))
  return results.map(({ focusNode, path, message }) =>
    [focusNode?.value, path?.value, ...message.map(({ value }) => value)].join(' '),
  )
}
