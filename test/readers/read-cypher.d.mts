/** The faults of a script, `line:column message` each, and the texts of its string literals as written. */
export function readCypher(script: string): {
  readonly faults: readonly string[]
  readonly strings: readonly string[]
}
