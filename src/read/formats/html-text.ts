import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import type { ZoneKind } from '../../model/index.ts'
import type { TextBuilder } from '../text-builder.ts'

const skipped = new Set(
  'head del script style noscript template svg math iframe object embed canvas audio video button select textarea input map dialog'.split(
    ' ',
  ),
)
const paragraphs = new Set(
  'p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol dl table figure figcaption blockquote pre address hr form fieldset details summary body'.split(
    ' ',
  ),
)
const lines = new Set('br li dt dd tr caption option'.split(' '))

/** Elements that are looked at for links only. */
const lists = new Set(['ul', 'ol', 'p'])

/** Kinds of zones that an element stands for by its name. */
const zoneOf: Readonly<Record<string, ZoneKind>> = {
  figcaption: 'caption',
  h1: 'crosshead',
  h2: 'crosshead',
  h3: 'crosshead',
  h4: 'crosshead',
  h5: 'crosshead',
  h6: 'crosshead',
  nav: 'link-list',
}

/** Words of class names and ids that say what an element is. */
const zoneByClass: readonly (readonly [RegExp, ZoneKind])[] = [
  [/(?:^|[-_ ])(?:pull-?quote|pullout)/i, 'pull-quote'],
  [/(?:^|[-_ ])(?:photo-?credit|image-?credit|credit|copyright-holder|byline)(?:[-_ ]|$)/i, 'credit'],
  [/(?:^|[-_ ])(?:(?:wp-)?caption(?:-text)?|image-caption)(?:[-_ ]|$)/i, 'caption'],
  [/(?:^|[-_ ])(?:related|read-?more|recirc\w*|most-(?:read|popular)|teaser|promo)(?:[-_ ]|$)/i, 'link-list'],
  [/(?:^|[-_ ])(?:newsletter|signup|social|share|advert\w*|ad-slot)(?:[-_ ]|$)/i, 'boilerplate'],
  [/(?:^|[-_ ])(?:comments?|disqus)(?:[-_ ]|$)/i, 'comment-rules'],
  [/(?:^|[-_ ])(?:dateline|timestamp|published|pub-?date)(?:[-_ ]|$)/i, 'date-line'],
]

/** Characters beyond which a class name is not believed: a whole story can stand in a box called "share". */
const longestByClass = 800

/**
 * Adds what a browser would show of some nodes, element by element and without recursion, so that no depth of nesting
 * can overflow the stack. Headings, captions and boxes named after what they are become zones.
 */
export function addHtml(builder: TextBuilder, nodes: readonly AnyNode[]): void {
  const stack: (AnyNode | (() => void))[] = [...nodes].reverse()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'function') next()
    else if (isText(next)) builder.add(next.data)
    else if (isTag(next)) enter(builder, next, stack)
    else if ('children' in next) stack.push(...[...next.children].reverse())
  }
}

function enter(builder: TextBuilder, element: Element, stack: (AnyNode | (() => void))[]): void {
  const name = element.name.toLowerCase()
  if (skipped.has(name) || isHidden(element) || isNoteMark(element, name)) return
  if (name === 'pre') {
    builder.end(2)
    builder.addWhole(plainText(element.children).replace(/^\n|\n$/g, ''))
    builder.end(2)
    return
  }
  const gap = paragraphs.has(name) ? 2 : lines.has(name) ? 1 : undefined
  if (gap) builder.end(gap)
  if (name === 'td' || name === 'th') builder.add(' ')
  const byClass = zoneOf[name] ? undefined : kindByClass(element, name)
  const kind = zoneOf[name] ?? byClass ?? (lists.has(name) ? kindByLinks(element) : undefined)
  const rule = zoneOf[name] ? name : byClass ? 'class' : 'links'
  const close = kind === undefined ? undefined : builder.zone(kind, `html-${rule}`)
  stack.push(() => {
    close?.()
    if (gap) builder.end(gap)
    if (name === 'td' || name === 'th') builder.add(' ')
  })
  for (let i = element.children.length - 1; i >= 0; i--) stack.push(element.children[i] as AnyNode)
}

/** The mark of a note, a raised figure with a link, and the link that leads back from the note. */
function isNoteMark(element: Element, name: string): boolean {
  if (name !== 'a' && name !== 'sup') return false
  const words = shortWords(element, 20)
  if (words === undefined || !/^(?:\[?\d{1,3}\]?|\[\w{1,3}\]|[↑↩^*†‡])$/.test(words)) return false
  if (name === 'a') return /^#|^[^/:]*#/.test(element.attribs.href ?? '')
  return element.children.some((node) => isTag(node) && node.name === 'a')
}

function isHidden(element: Element): boolean {
  const { hidden, style } = element.attribs
  return (
    hidden !== undefined || (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  )
}

/** A list or paragraph in which nearly all words are links leads to other stories. */
function kindByLinks(element: Element): ZoneKind | undefined {
  const words = shortWords(element, longestByClass)
  if (words === undefined || words === '' || /[.!?]["”’]?$/.test(words)) return undefined
  let linked = 0
  let links = 0
  for (const node of walk(element.children)) {
    if (!isTag(node) || node.name !== 'a') continue
    links++
    linked += (shortWords(node, longestByClass) ?? '').length
  }
  if (links === 0 || linked < words.length * 0.85) return undefined
  return links > 1 ? 'link-list' : words.split(/\s+/).length >= 4 ? 'teaser' : undefined
}

function kindByClass(element: Element, name: string): ZoneKind | undefined {
  const label = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`.trim()
  if (!label || name === 'body' || name === 'article' || name === 'main') return undefined
  const kind = zoneByClass.find(([pattern]) => pattern.test(label))?.[1]
  return kind !== undefined && shortWords(element, longestByClass) !== undefined ? kind : undefined
}

/** The characters of some nodes, as written and in their order. */
export function plainText(nodes: readonly AnyNode[]): string {
  const parts: string[] = []
  for (const node of walk(nodes)) if (isText(node)) parts.push(node.data)
  return parts.join('')
}

/** The words of an element when they are at most `limit` characters in half as many nodes; undefined for a larger one. */
function shortWords(element: Element, limit: number): string | undefined {
  let words = ''
  let nodes = 0
  for (const node of walk(element.children)) {
    if (isText(node)) words += node.data
    if (words.length > limit * 2 || words.trim().length > limit || ++nodes > limit / 2) return undefined
  }
  return words.trim()
}

/** All nodes below some nodes, in the order of the document, without recursion. */
export function* walk(nodes: readonly AnyNode[]): Generator<AnyNode> {
  const stack = [...nodes].reverse()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next
    if ('children' in next)
      for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as AnyNode)
  }
}
