export {
  querySparql,
  type SparqlResult,
  type SparqlStore,
  type SparqlTerm,
  sparqlStore,
} from './query-sparql.ts'
export { SparqlError } from './sparql-error.ts'
