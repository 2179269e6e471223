/** The relations whose object is an office itself, not the person who holds it. */
export const officeRelations: ReadonlySet<string> = new Set([
  'holds-position',
  'appointed-to',
  'resigned-from',
])
