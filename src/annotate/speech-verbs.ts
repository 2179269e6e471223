/** Verbs that give somebody's words without judging them. */
export const sayVerbs: ReadonlySet<string> = new Set(
  `
  say tell state add report explain note remark announce declare confirm reveal disclose write tweet comment
  respond reply answer insist stress emphasise emphasize argue maintain warn admit acknowledge concede recall
  describe observe repeat reiterate conclude testify inform predict quote suggest indicate point continue ask call`
    .trim()
    .split(/\s+/),
)
