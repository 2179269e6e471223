import type { ZoneKind } from '../../model/index.ts'
import type { Block } from './blocks.ts'
import { isOpen, type Page } from './page.ts'

/** One kind of text around a story, by the words that give it away. */
interface Furniture {
  readonly kind: ZoneKind
  readonly rule: string
  /** One of these is enough. */
  readonly sure: RegExp
  /** Two different ones are needed; all are looked for outside quotations. */
  readonly signs?: RegExp
  /** Most words of a block that `sure` speaks for. */
  readonly longest: number
}

const kinds: readonly Furniture[] = [
  {
    kind: 'cookie-text',
    rule: 'cookie-words',
    sure: /\b(?:we|this (?:site|website)) (?:and our partners )?uses? cookies\b|\bcookie (?:policy|settings|preferences|notice|consent)\b|^(?:accept|reject|manage)(?: all)?(?: cookies)?$|\byour privacy (?:choices|settings)\b/i,
    signs:
      /\b(?:cookies?|consent|privacy (?:policy|notice)|personal(?:ised)? (?:data|ads)|gdpr|tracking technologies)\b/gi,
    longest: 200,
  },
  {
    kind: 'comment-rules',
    rule: 'comment-words',
    sure: /^(?:comments?(?: (?:&|and) (?:moderation|replies)| policy| rules| guidelines| section)?|(?:\d+ )?comments?|have your say|(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion|debate)|(?:view|show|hide|read) (?:all )?comments|community (?:rules|guidelines|standards)|read the rules here|readers[’'] comments\b.*)[.:]?$|\breaders[’'] comments:|\bcomments (?:are|have been) (?:closed|disabled|turned off)\b|\b(?:log|sign) in (?:or register )?to (?:comment|join)\b/i,
    signs:
      /\b(?:comments?|moderat(?:e|ed|ion|ors?)|pre-moderat\w+|post-moderat\w+|report this (?:post|comment)|user terms|house rules|community guidelines|upload|register)\b/gi,
    longest: 200,
  },
  {
    kind: 'donation-plea',
    rule: 'plea-words',
    sure: /\bwe need your (?:help|support)\b|\b(?:every contribution|your (?:donation|contribution|support)),? (?:however|no matter how|will|helps|makes|is)\b|\b(?:please )?(?:consider )?(?:support|donat)\w* (?:to )?(?:our|us|independent) (?:journalism|work|newsroom|reporting)?\b.*\b(?:from as little as|today|now|month)\b|\bfrom as little as [£$€]\d|\bbecom(?:e|ing) a (?:supporter|patron|subscriber)\b/i,
    signs:
      /\b(?:donat\w+|contribut(?:e|ion|ions)|subscri(?:be|ption)|supporters?|support (?:us|our)|help us|help of you|our readers|income from ads|independent journalism|paywall|mainstream media)\b/gi,
    longest: 250,
  },
  {
    kind: 'boilerplate',
    rule: 'page-words',
    sure: /^(?:advertisement|advert|sponsored(?: content)?|story continues(?: below)?(?: advertisement)?|article continues(?: below)?|skip to (?:main )?content|share(?: this)?(?: (?:article|story|page))?|share on \w+|print|email|copy link|back to top|loading\b.*|menu|sign (?:in|up)|subscribe(?: now)?|log in|home|close|play video|follow us|contact us|about us|terms (?:of (?:use|service)|and conditions)|privacy policy)[.:]?$|\ball rights reserved\b|^(?:copyright )?(?:©|\(c\)) ?(?:\d{4}|copyright)|^copyright \d{4}|\b(?:enable|requires?|turn on) javascript\b|\bplease use (?:a |the )?\w+(?: \w+)? browser\b|\bfor (?:a )?more accessible video player\b|\bthis (?:article|story|content) (?:was|is|has been) (?:originally |first )?(?:published|posted|created|produced)\b.*\b(?:by|in|on|at|with)\b|^(?:follow|like|find) us on\b|^(?:follow|subscribe to|listen to|download) (?:the|our)\b.{0,80}\b(?:podcast|newsletter|app|channel)\b.*|\bsign up (?:to|for) (?:our|the)\b.{0,60}\bnewsletters?\b|\bto (?:get|receive) (?:the latest|more|our)\b.{0,60}\b(?:inbox|newsletter|alerts)\b|^(?:click|tap) here\b|^for more (?:stories|news)\b.*|\bthis video can ?not be played\b|^to play this video\b.*|^do you have (?:a story|any information|more information)\b.*|^(?:got|have) a (?:story|tip|news tip)\b.*|^(?:email|contact) (?:us|our news(?:desk| team| room))\b.*/i,
    longest: 40,
  },
]

/**
 * Marks cookie notices, rules for comments, pleas for donations and other text of the page by the words that give
 * them away outside quotations; one that has begun goes on while the blocks after it speak in the same way.
 */
export function markFurniture(page: Page): void {
  for (const block of page.blocks) {
    if (!isOpen(page, block)) continue
    const found = kinds.find((kind) => fits(kind, block))
    if (!found) continue
    page.sheet.mark(found.kind, found.rule, block.start, block.end)
    if (found.kind === 'boilerplate') continue
    for (let next = page.blocks[block.index + 1]; isOpen(page, next); next = page.blocks[next.index + 1]) {
      if (!goesOn(found, next)) break
      page.sheet.mark(found.kind, `${found.rule}-continued`, next.start, next.end)
    }
  }
}

function fits(kind: Furniture, block: Block): boolean {
  const sure = block.words <= kind.longest && kind.sure.test(block.voice.trim())
  if (sure) return block.words <= 12 || !reports(block)
  return kind.signs !== undefined && signsIn(kind.signs, block) >= 2 && addresses(block)
}

function goesOn(kind: Furniture, block: Block): boolean {
  if (block.quoted) return false
  if (kind.signs !== undefined && signsIn(kind.signs, block) >= 1 && !reports(block)) return true
  return kind.kind === 'donation-plea' && addresses(block)
}

function signsIn(signs: RegExp, block: Block): number {
  return new Set(block.voice.toLowerCase().match(signs)).size
}

/** The outlet speaks to its readers: "we", "you" outside quotations, and nobody is reported to say anything. */
function addresses(block: Block): boolean {
  return /\b(?:we|us|our|ours|you|your|yours)\b/i.test(block.voice) && !reports(block)
}

function reports(block: Block): boolean {
  return /\b(?:said|says|told|added|tweeted|insisted|claimed|according to)\b/i.test(block.voice)
}
