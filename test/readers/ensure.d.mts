/** The command of every reader, by name. Throws with one line that says what to install. */
export function ensureReaders(): Readonly<
  Record<'networkx' | 'xmllint' | 'igraph' | 'rdflib' | 'jing' | 'rapper' | 'sqlite3' | 'dot', string>
>
