/** Verbs that give somebody's words without judging them, before "that" or a quotation. */
export const sayVerbs: ReadonlySet<string> = new Set(
  `
  say tell state add report explain note remark announce declare confirm reveal disclose write tweet comment
  respond reply answer insist stress emphasise emphasize argue maintain warn admit acknowledge concede recall
  describe observe repeat reiterate testify inform predict suggest indicate
  rule find conclude show judge`
    .trim()
    .split(/\s+/),
)

/** Verbs that name who speaks when they stand beside a quotation, but not before "that". */
export const quoteVerbs: ReadonlySet<string> = new Set([
  ...sayVerbs,
  ...'ask begin call claim conclude continue describe joke laugh point quote shout think wonder'.split(' '),
])
