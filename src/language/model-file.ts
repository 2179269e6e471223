import { concatBytes } from './bytes.ts'

const MAGIC = 'redthread-model\n'

/** What a model file says of itself. */
export interface ModelHeader {
  readonly kind: string
  readonly format: number
  /** Changes with every training whose output can differ. */
  readonly version: string
  readonly licence: string
  /** Hash of what the feature templates give for a fixed example: weights fit no other templates. */
  readonly templates: number
  /** Tags, labels or types, in the order of the classes. */
  readonly labels: readonly string[]
  readonly parts: readonly { readonly name: string; readonly bytes: number }[]
}

/** A trained model: its header and its named parts. */
export interface ModelFile {
  readonly header: ModelHeader
  readonly parts: ReadonlyMap<string, Uint8Array>
}

/** A model file's bytes (uncompressed): a magic line, the header's length, the header as JSON, the parts. */
export function writeModel(
  header: Omit<ModelHeader, 'parts' | 'format'>,
  parts: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const list = [...parts].map(([name, bytes]) => ({ name, bytes: bytes.length }))
  const json = new TextEncoder().encode(JSON.stringify({ ...header, format: 1, parts: list }))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, json.length)
  return concatBytes([new TextEncoder().encode(MAGIC), length, json, ...parts.values()])
}

/**
 * Reads a model file. Throws when the bytes are no model, are one of another kind, or belong to weights
 * trained with other feature templates than this program has.
 */
export function readModel(bytes: Uint8Array, kind: string, templates: number): ModelFile {
  const decoder = new TextDecoder()
  if (decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Error(`The ${kind} model is not a Redthread model. Inflate the file before passing its bytes.`)
  }
  const jsonStart = MAGIC.length + 4
  const jsonLength = new DataView(bytes.buffer, bytes.byteOffset + MAGIC.length).getUint32(0)
  const header = JSON.parse(decoder.decode(bytes.subarray(jsonStart, jsonStart + jsonLength))) as ModelHeader
  if (header.kind !== kind) throw new Error(`Expected a ${kind} model, got a ${header.kind} model.`)
  if (header.templates !== templates) {
    throw new Error(`The ${kind} model was trained for other feature templates. Run npm run train.`)
  }
  const parts = new Map<string, Uint8Array>()
  let at = jsonStart + jsonLength
  for (const part of header.parts) {
    parts.set(part.name, bytes.subarray(at, at + part.bytes))
    at += part.bytes
  }
  if (at !== bytes.length) throw new Error(`The ${kind} model file is cut short. Fetch it again.`)
  return { header, parts }
}

/** A part of a model as bytes; throws when the model lacks it. */
export function partOf(model: ModelFile, name: string): Uint8Array {
  const part = model.parts.get(name)
  if (!part) throw new Error(`The ${model.header.kind} model lacks its part "${name}". Run npm run train.`)
  return part
}

/** A part of a model as lines of text. */
export function linesOf(model: ModelFile, name: string): string[] {
  const text = new TextDecoder().decode(partOf(model, name))
  return text === '' ? [] : text.split('\n')
}
