const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}

/**
 * A text as a string of Cypher. Some versions of Neo4j resolve \uXXXX before they look for the end of a string, so
 * a backslash that stands before a `u` in the text must not meet it in the script: the `u` is written as its code.
 */
export function cypherString(text: string): string {
  const escaped = text.replace(/\\u|[\\'\p{Cc}\p{Cs}\ufffe\uffff]/gu, (c) => {
    if (c === '\\u') return '\\\\\\u0075'
    return (
      escapes[c] ?? (/\p{Cs}/u.test(c) ? '\ufffd' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    )
  })
  return `'${escaped}'`
}

/** A name of a label, a type or a property, in backticks where it needs them. */
export function cypherName(name: string): string {
  if (/^[A-Za-z]\w*$/.test(name)) return name
  const safe = name.replace(/[\p{Cc}\p{Cs}\\]/gu, '\ufffd').replaceAll('`', '``')
  return `\`${safe === '' ? '_' : safe}\``
}

/** The type of a relationship: `WORKS_FOR`, and `NOT_WORKS_FOR` for a negative one. */
export function relationshipType(relation: string, polarity: string): string {
  const name = relation.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '_')
  return polarity === 'negative' ? `NOT_${name}` : name
}
