/**
 * A text on one line of Markdown that stands for itself: what Markdown, or Obsidian (links, tags, comments, highlights,
 * mathematics), takes for its own has a backslash before it, control characters and turns of the direction of writing
 * become blanks.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu, ' ')
      .replace(/[\\`*_{}[\]<>#|~=$^%!&]/g, (c) => `\\${c}`)
      // What begins a list or a heading does so only at the start of a line; addresses would become links.
      .replace(/^(\s*)([-+])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      .replace(/(?<=\b(?:https?|ftp|mailto)):/gi, '\\:')
      .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`)
      .replaceAll('@', '\\@')
      .trim()
  )
}
