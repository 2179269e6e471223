const longest = 36

/** A label as drawn: at most 36 signs, cut between signs and ended with an ellipsis, on one line. */
export function shortLabel(label: string): string {
  if (label.length <= longest) return label.includes('\n') ? label.replace(/\s+/g, ' ') : label
  const signs = [...label.slice(0, longest * 4).replace(/\s+/g, ' ')]
  if (signs.length <= longest) return signs.join('')
  return `${signs
    .slice(0, longest - 1)
    .join('')
    .trimEnd()}…`
}
