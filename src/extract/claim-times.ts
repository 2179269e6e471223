import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Time } from '../model/index.ts'

/** The times written beside a predicate, or beside the verb that it completes. */
export function timesOf(document: AnnotatedDocument, predicate: number): Time[] {
  const { tree } = document
  const found: Time[] = []
  const look = (token: number): void => {
    for (const child of tree.children(token, 'obl', 'nmod', 'advmod')) {
      const time = document.mentionAt(child)?.time
      if (time) found.push(time)
    }
    for (const object of tree.children(token, 'obj', 'obl'))
      for (const child of tree.children(object, 'nmod')) {
        const time = document.mentionAt(child)?.time
        if (time && child > token) found.push(time)
      }
  }
  look(predicate)
  if (found.length === 0 && tree.relation(predicate) === 'xcomp') look(tree.head(predicate))
  return found
}
