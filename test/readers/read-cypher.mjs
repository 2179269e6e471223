// Neo4j's own grammar of Cypher, as its editor used it: finds what is wrong in a script.
import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)
const { CypherLexer, CypherParser } = load('@neo4j-cypher/antlr4')
const antlr = load('@neo4j-cypher/antlr4-browser')
const { CommonTokenStream, InputStream } = antlr.default ?? antlr

/** The faults of a script, `line:column message` each, and the texts of its string literals as written. */
export function readCypher(script) {
  const lexer = new CypherLexer(new InputStream(script))
  const tokens = new CommonTokenStream(lexer)
  const parser = new CypherParser(tokens)
  const faults = []
  const listener = {
    syntaxError: (_recognizer, _symbol, line, column, message) => faults.push(`${line}:${column} ${message}`),
    reportAmbiguity() {},
    reportAttemptingFullContext() {},
    reportContextSensitivity() {},
  }
  for (const one of [lexer, parser]) {
    one.removeErrorListeners()
    one.addErrorListener(listener)
  }
  parser.cypher()
  const strings = tokens.tokens.map(({ text }) => text).filter((text) => /^['"]/.test(text))
  return { faults, strings }
}
