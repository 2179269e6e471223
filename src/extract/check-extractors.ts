import type { Annotator, Layer, Problem, Schema } from '../model/index.ts'
import type { Extractor } from './extractor.ts'

/** Layers that the pipeline adds itself to what an annotator gives. */
const ownLayers: readonly Layer[] = ['mentions', 'times', 'quotations']

/** Checks before any text is read that every extractor gets the layers it requires and names relations that exist. */
export function checkExtractors(
  extractors: readonly Extractor[],
  annotator: Pick<Annotator, 'name' | 'provides'>,
  schema: Schema,
): Problem[] {
  const provided = new Set<Layer>([...annotator.provides, ...ownLayers])
  const problems: Problem[] = []
  for (const { name, requires, emits } of extractors) {
    const missing = requires.filter((layer) => !provided.has(layer))
    if (missing.length > 0)
      problems.push({
        severity: 'error',
        code: 'extractor-invalid',
        message: `The extractor "${name}" requires ${missing.join(', ')}, which the annotator "${annotator.name}" does not provide`,
        hint: `The layers there are: ${[...provided].join(', ')}.`,
      })
    for (const relation of emits(schema))
      if (relation !== 'open' && !schema.relations.has(relation))
        problems.push({
          severity: 'error',
          code: 'extractor-invalid',
          message: `The extractor "${name}" says that it reads "${relation}", which no schema file declares`,
          hint: 'Declare the relation in a schema file and name it with --schema.',
        })
  }
  return problems
}
