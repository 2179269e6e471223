/** Joins byte arrays. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Non-negative integers below 2^53, seven bits a byte, lowest first. */
export function writeVarints(values: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (let value of values) {
    while (value > 127) {
      bytes.push((value & 127) | 128)
      value = Math.floor(value / 128)
    }
    bytes.push(value)
  }
  return Uint8Array.from(bytes)
}

/** Reads `count` integers from `start`; `end` is the place after the last. */
export function readVarints(
  bytes: Uint8Array,
  start: number,
  count: number,
): { readonly values: Float64Array; readonly end: number } {
  const values = new Float64Array(count)
  let at = start
  for (let i = 0; i < count; i++) {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined)
        throw new Error('The model file ends early. Fetch it again or run npm run train.')
      value += (byte & 127) * scale
      if (byte < 128) break
      scale *= 128
    }
    values[i] = value
  }
  return { values, end: at }
}
