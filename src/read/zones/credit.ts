import { isOpen, type Page } from './page.ts'

const agencies =
  'PA(?: Wire| Archive| Media| Images)?|AP(?: Photo)?|AFP|EPA(?:-EFE)?|Reuters|Getty(?: Images)?|Press Association|' +
  'Associated Press|Shutterstock|Rex(?: Features)?|Alamy(?: Stock Photo)?|[A-Z]\\w+ Images|SWNS|iStock(?:photo)?|' +
  'Handout|File(?: photo)?|Pool|Supplied|Bloomberg|TASS|Xinhua|Anadolu|PA Graphics|Wikimedia(?: Commons)?|Flickr'
const person = "[A-Z][\\p{L}.'’-]+(?: [A-Z][\\p{L}.'’-]+){0,3}"

/** "(Jane Smith/PA)", "(PA Wire)": names and agencies in brackets at the end of a block. */
const bracketed = new RegExp(
  `(?:\\s*[(\\[](?:(?:Photo|Picture|Image|Credit|Pic)s?(?: credit)?(?: by|:) ?)?(?:${person}\\s*[/|,]\\s*)?(?:${agencies}|${person}/[\\p{L} .'’-]{2,40})(?:\\s*[/|,]\\s*[\\p{L} .'’-]{2,40})?[)\\]])+\\s*\\.?$`,
  'u',
)
/** "Image: Jane Smith." after a caption, or alone. */
const labelled =
  /(?:^|[.!?…"”’)]\s+|\s[-–—|]\s)((?:(?:image|photo|picture|photograph|pic|video|graphic|illustration)s?(?: credits?| source| courtesy of| by)?|credits?|source):\s*\S[^:]{1,80}|(?:photo|photograph|picture|image)s? (?:by|courtesy of) \S[^:]{1,60}|image source, \S.{1,60})$/i
const captionLabel = /^(?:image caption|picture caption|photo caption|caption)\s*[,:]\s*\S/i
const alone = new RegExp(`^(?:©\\s*)?(?:${person}\\s*[/|,]\\s*)?(?:${agencies})$`, 'u')
const byline =
  /^(?:by|words:|written by|reporting by|edited by)\s+\p{Lu}[\p{L}.'’-]+(?:[ ,&|/]+(?:and |the |of |in |for )*\p{Lu}[\p{L}.'’-]*){0,8}(?:[ ,|]+(?:\p{L}+ ){0,2}(?:reporter|correspondent|editor|writer|producer|staff|news))*$/iu

/** Marks picture credits and bylines, and the caption that a credit closes. Gives back the author of a byline. */
export function markCredits(page: Page): string | undefined {
  let author: string | undefined
  for (const block of page.blocks) {
    if (!isOpen(page, block) || block.words > 120) continue
    const { text, start, end } = block
    if (alone.test(text) && block.words <= 8) {
      page.sheet.mark('credit', 'agency-alone', start, end)
    } else if (captionLabel.test(text)) {
      page.sheet.mark('caption', 'caption-label', start, end)
    } else if (
      block.words <= 16 &&
      /^(?:by|words|written|reporting|edited)\b/i.test(text) &&
      byline.test(text)
    ) {
      if (page.sheet.mark('credit', 'byline', start, end) && block.index < 8) {
        author ??= text.replace(/^(?:by|words:|written by|reporting by|edited by)\s+/i, '')
      }
    } else {
      const at = creditStart(text)
      if (at === undefined) continue
      const rule = at.rule
      const before = text.slice(0, at.index).trimEnd()
      if (before) page.sheet.mark('caption', `before-${rule}`, start, start + before.length)
      page.sheet.mark('credit', rule, start + at.index, end)
    }
  }
  return author
}

function creditStart(text: string): { readonly index: number; readonly rule: string } | undefined {
  const tail = text.slice(-200)
  const offset = text.length - tail.length
  if (/[)\]]\.?$/.test(tail)) {
    const found = bracketed.exec(tail)
    // A story's sentence keeps its full stop before or after the brackets; a caption has none before a credit.
    if (found && !/[.!?]$/.test(text.slice(0, offset + found.index)) && !text.endsWith('.')) {
      return {
        index: offset + found.index + (found[0].length - found[0].trimStart().length),
        rule: 'bracketed-credit',
      }
    }
  }
  const found = labelled.exec(tail)
  if (found?.[1] === undefined || found[1].split(/\s+/).length > 12) return undefined
  return { index: text.length - found[1].length, rule: 'labelled-credit' }
}
