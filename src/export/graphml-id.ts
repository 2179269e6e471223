/** A colon stands for the slash of a key; the dot begins an escape, so it is escaped itself. */
const notAllowed = /[^\p{L}\p{Nd}_-]/gu

/**
 * A key as an XML name token, which GraphML demands of ids: `person:ruth-amsel`. Letters, digits, `-` and
 * `_` stay, `/` becomes `:`, anything else `.x` with its code point in hexadecimal and a dot. Different keys
 * have different ids.
 */
export function graphmlId(key: string): string {
  return key.replace(notAllowed, (c) => (c === '/' ? ':' : `.x${c.codePointAt(0)!.toString(16)}.`))
}

/** The key that `graphmlId` was given. */
export function keyOfGraphmlId(id: string): string {
  return id
    .replaceAll(':', '/')
    .replace(/\.x([0-9a-f]{1,6})\./g, (all, code: string) =>
      Number.parseInt(code, 16) > 0x10ffff ? all : String.fromCodePoint(Number.parseInt(code, 16)),
    )
}
