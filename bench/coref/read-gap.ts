/** A name of a GAP snippet and whether the pronoun refers to it. */
export interface GapName {
  readonly text: string
  readonly start: number
  readonly is: boolean
}

/** A snippet of GAP (Webster et al. 2018): a text, a pronoun in it, and two names. Offsets are characters. */
export interface GapSnippet {
  readonly id: string
  readonly text: string
  readonly pronoun: { readonly text: string; readonly start: number }
  readonly names: readonly [GapName, GapName]
}

/** Reads the tab-separated file of GAP, whose first line names the columns. */
export function readGap(text: string): GapSnippet[] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [id, words, pronoun, at, a, aAt, aIs, b, bAt, bIs] = line.split('\t') as string[]
      // Offsets of the data count code points; those of strings are UTF-16 units.
      const units = (offset: string | undefined): number =>
        [...(words ?? '')].slice(0, Number(offset)).join('').length
      return {
        id: id ?? '',
        text: words ?? '',
        pronoun: { text: pronoun ?? '', start: units(at) },
        names: [
          { text: a ?? '', start: units(aAt), is: aIs === 'TRUE' },
          { text: b ?? '', start: units(bAt), is: bIs === 'TRUE' },
        ],
      }
    })
}
