import { hashText } from '../../model/index.ts'
import { wellFormed } from './term.ts'
import { expand } from './vocabulary.ts'

/** A key as a part of an IRI: slashes stay, all that is no letter or digit of ASCII is percent-encoded. */
const part = (key: string): string => encodeURIComponent(wellFormed(key)).replaceAll('%2F', '/')

/** The IRIs of what a graph holds, under one base. The same graph has the same IRIs always. */
export interface Iris {
  readonly graph: string
  entity(key: string): string
  relation(key: string): string
  /** The relation stands in it as a hash, since most statements are about evidence. `number`: counts evidence of a relation with the same claim, from 0. */
  evidence(relation: string, claim: string, number: number): string
  document(id: string): string
  contradiction(number: number): string
}

export function irisUnder(base: string): Iris {
  return {
    graph: `${base}graph`,
    entity: (key) => `${base}entity/${part(key)}`,
    relation: (key) => `${base}relation/${part(key)}`,
    evidence: (relation, claim, number) =>
      `${base}evidence/${hashText(relation)}/${part(claim)}${number === 0 ? '' : `/${number + 1}`}`,
    document: (id) => `${base}document/${part(id)}`,
    contradiction: (number) => `${base}contradiction/${number}`,
  }
}

/** The type of Redthread's own that an entity has. */
export const ownType = (name: string): string => expand(`rt:type/${part(name)}`)

/** The property of Redthread's own that stands for a relation type. */
export const ownProperty = (relation: string): string => expand(`rt:relation/${part(relation)}`)
