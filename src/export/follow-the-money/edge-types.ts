/** A schema of FollowTheMoney that joins two entities: its two properties, and what each takes. */
export interface EdgeType {
  readonly from: readonly [property: string, schema: string]
  readonly to: readonly [property: string, schema: string]
  /** The property that takes the label of the relation, where there is one. */
  readonly label?: 'role' | 'relationship'
}

const legal = 'LegalEntity'

/** The schemata that the mappings of our relations name, as in the model of FollowTheMoney 3.8. */
export const edgeTypes: Readonly<Record<string, EdgeType>> = {
  Associate: { from: ['person', 'Person'], to: ['associate', 'Person'] },
  Debt: { from: ['debtor', legal], to: ['creditor', legal] },
  Directorship: { from: ['director', legal], to: ['organization', 'Organization'], label: 'role' },
  Employment: { from: ['employee', 'Person'], to: ['employer', 'Organization'], label: 'role' },
  Family: { from: ['person', 'Person'], to: ['relative', 'Person'], label: 'relationship' },
  Membership: { from: ['member', legal], to: ['organization', 'Organization'], label: 'role' },
  Occupancy: { from: ['holder', 'Person'], to: ['post', 'Position'] },
  Ownership: { from: ['owner', legal], to: ['asset', 'Asset'], label: 'role' },
  Payment: { from: ['payer', legal], to: ['beneficiary', legal] },
  Representation: { from: ['agent', legal], to: ['client', legal], label: 'role' },
  Succession: { from: ['predecessor', legal], to: ['successor', legal], label: 'role' },
  UnknownLink: { from: ['subject', 'Thing'], to: ['object', 'Thing'], label: 'role' },
}

/** Whether an entity of one schema may stand where another is asked for; all that we write are a Thing. */
export function isSchema(schema: string, wanted: string): boolean {
  if (wanted === 'Thing' || schema === wanted) return true
  return wanted === legal && (schema === 'Person' || schema === 'Organization')
}
