import { ABBREVIATIONS, FUSED_WORDS, JOINED_PREFIXES, TITLES_WITH_STOP } from './abbreviations.ts'
import { BLANK, DIGIT, HIGH_HALF, isFarLetter, kindAt, LETTER } from './character-kind.ts'

/** Where tokens begin and end: `bounds[2 * i]` and `bounds[2 * i + 1]` for token i. */
export interface TokenBounds {
  readonly bounds: Int32Array
  readonly count: number
}

/** No token is longer: text without blanks is cut, so that nothing later meets a word of megabytes. */
const LONGEST = 256

const ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”]{1,240}|mailto:[^\s<>"“”]{1,240}/iy
const MAIL = /[\w.%+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,6}/y
const DOMAIN =
  /[a-z\d-]{2,40}(?:\.[a-z\d-]{2,40}){0,3}\.(?:com|org|net|edu|gov|info|co\.uk|org\.uk|gov\.uk|ac\.uk)(?![\w-])(?:\/[^\s<>"“”]{0,200})?/iy
const FILE = /[\w-]{1,40}\.(?:docx?|xlsx?|pdf|txt|html?|jpe?g|png|gif|zip|exe|ppt)(?![\w-])/iy
const HANDLE = /[@#][A-Za-z_]\w{1,40}/y
const NUMBER = /\d{1,40}(?:[.,:]\d{1,40}){0,12}/y
const DATE_OR_PHONE =
  /\d{1,4}\/\d{1,2}\/\d{2,4}|\d{1,2}\/\d{1,2}|\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|\d{3}\/\d{3}-\d{4}|\d-\d{4}(?!\d)/y
const UNIT = /(?:st|nd|rd|th|s)(?![\p{L}\d])/iuy
const EMOTICON = /(?:[:;=8][-o^']?[)(\]DPpO/|*]+|<3+|\^_*\^)(?![\w])/y
const ACRONYM = /(?:[A-Za-z]\.){2,8}|[A-Za-z]\.[A-Za-z](?![\w.])/y
const NEWSGROUP = /[a-z]{2,20}(?:\.[a-z][a-z-]{1,30}){2,6}(?![\w])/y
const SLASHED = /(?:w\/o|w\/out|b\/c|s\/he|w\/)(?![\w/])/iy
const COMPANY_SIGN = /[A-Z]{1,4}&[A-Z]{1,4}(?![\p{L}\d])/uy
const CONTRACTION = /['’](?:s|m|d|re|ve|ll)(?![\p{L}\d])/iuy
const YEARS = /['’]\d0?s?(?![\p{L}\d])|['’]\d\ds?(?![\p{L}\d])/uy

/**
 * Cuts a text into words and marks by the conventions of the English treebanks of Universal Dependencies:
 * hyphens stand alone but for some prefixes, "don't" is "do" and "n't", abbreviations keep their stop. Any string
 * will do; the time is linear in its length.
 */
export function tokenize(text: string): TokenBounds {
  const writer = new TokenWriter(text)
  let at = 0
  while (at < text.length) {
    if (kindAt(text, at) === BLANK) at++
    else at = nextToken(text, at, writer)
  }
  return { bounds: writer.bounds.subarray(0, 2 * writer.count), count: writer.count }
}

class TokenWriter {
  bounds = new Int32Array(256)
  count = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  add(start: number, end: number): void {
    if (2 * this.count + 2 > this.bounds.length) {
      const grown = new Int32Array(this.bounds.length * 2)
      grown.set(this.bounds)
      this.bounds = grown
    }
    this.bounds[2 * this.count] = start
    this.bounds[2 * this.count + 1] = end
    this.count++
  }
}

/** The length of a match that begins exactly at an index, or 0. */
function matchAt(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index
  return pattern.test(text) ? pattern.lastIndex - index : 0
}

/** Writes the token (or the two of a contraction) that begins at `start`, and says where it ends. */
function nextToken(text: string, start: number, writer: TokenWriter): number {
  const kind = kindAt(text, start)
  if (kind === LETTER || (kind === HIGH_HALF && isFarLetter(text, start))) return word(text, start, writer)
  if (kind === DIGIT) return number(text, start, writer)
  const end = start + markLength(text, start, writer)
  writer.add(start, end)
  return end
}

/** The end of the run of letters and digits from an index. */
function runEnd(text: string, start: number): number {
  let at = start
  const last = Math.min(text.length, start + LONGEST)
  while (at < last) {
    const kind = kindAt(text, at)
    if (kind === LETTER || kind === DIGIT) at++
    else if (kind === HIGH_HALF && isFarLetter(text, at)) at += 2
    else if (text.charCodeAt(at) === 95 && at > start) at++
    else break
  }
  return at
}

function word(text: string, start: number, writer: TokenWriter): number {
  let end = runEnd(text, start)
  const after = text.charCodeAt(end)
  if (after === 46 || after === 58 || after === 64 || after === 37 || after === 43 || after === 45) {
    const special = addressLength(text, start)
    if (special > end - start) {
      writer.add(start, start + special)
      return start + special
    }
  }
  if (after === 38) {
    const sign = matchAt(COMPANY_SIGN, text, start)
    if (sign > 0) end = start + sign
  } else if (after === 47) end = start + Math.max(end - start, matchAt(SLASHED, text, start))
  else if (after === 46) end = withStop(text, start, end)
  else if (after === 45) end = withPrefix(text, start, end)
  else if (after === 39 || after === 0x2019) return withApostrophe(text, start, end, writer)
  const cut = FUSED_WORDS.get(end - start <= 7 ? text.slice(start, end).toLowerCase() : '')
  if (cut !== undefined) writer.add(start, start + cut)
  writer.add(start + (cut ?? 0), end)
  return end
}

/** The length of a web or mail address or a file name, without the punctuation that closes the sentence. */
function addressLength(text: string, start: number): number {
  const length = matchAt(ADDRESS, text, start) || matchAt(MAIL, text, start) || matchAt(DOMAIN, text, start)
  if (length === 0) return matchAt(FILE, text, start) || matchAt(NEWSGROUP, text, start)
  let end = start + length
  while (end > start + 1 && /[.,;:!?'’)\]}>*]/.test(text.charAt(end - 1))) {
    if (text.charAt(end - 1) === ')' && text.slice(start, end).includes('(')) break
    end--
  }
  return end - start
}

/** The end of a word with the full stop that belongs to it, when it is an abbreviation or an initial. */
function withStop(text: string, start: number, end: number): number {
  const acronym = matchAt(ACRONYM, text, start)
  if (acronym > 0) {
    const acronymEnd = start + acronym
    if (text.charAt(acronymEnd - 1) !== '.') return acronymEnd
    const next = runEnd(text, acronymEnd)
    return next - acronymEnd === 1 && text.charAt(next) !== '.' ? next : acronymEnd
  }
  const plain = text.slice(start, end)
  const key = plain.toLowerCase()
  if (plain === 'Ph' && text.startsWith('Ph.D', start))
    return start + (text.charAt(start + 4) === '.' ? 5 : 4)
  if (kindAfter(text, end + 1) === LETTER && !TITLES_WITH_STOP.has(key)) return end
  if (end - start === 1 && plain !== 'I' && plain >= 'A' && plain <= 'Z') return end + 1
  if (key === 'etc' && /^(?:\s+[\p{Lu}"“]|\s*$|\s*\n)/u.test(text.slice(end + 1, end + 4))) return end
  if (TITLES_WITH_STOP.has(key)) return keepsStop(text, plain, end) ? end + 1 : end
  if (ABBREVIATIONS.has(key)) return keepsStop(text, plain, end) ? end + 1 : end
  return end
}

/** Words such as "no", "sun" or "may" are abbreviations only where a capital or a digit fits. */
function keepsStop(text: string, plain: string, end: number): boolean {
  if (/^(?:no|nos|p|pp|fig|eq|c|b|d|ca)$/i.test(plain)) return /^\.\s?[\d(]/.test(text.slice(end, end + 3))
  if (
    /^(?:sun|sat|wed|mar|jan|mon|fri|ill|ind|mass|miss|wash|min|max|ed|est|def|sec|la|pa|mo|co|ext|div|al)$/.test(
      plain,
    )
  ) {
    return plain === 'al' || plain === 'co' || plain === 'sec' || plain === 'ext'
  }
  if (/^(?:Miss|Mass|Wash|Ill|Ind|Sun|Sat|Mar|Wed|Def|Min|Max|Ed|La|Pa|Mo)$/.test(plain)) {
    return /^\.[\s,]+[\da-z,]/.test(text.slice(end, end + 4)) || /^\.,/.test(text.slice(end, end + 2))
  }
  return true
}

function kindAfter(text: string, index: number): number {
  return index < text.length ? kindAt(text, index) : BLANK
}

/** The end of a word with a prefix before its hyphen: "pro-European", "e-mail", "mid-August". */
function withPrefix(text: string, start: number, end: number): number {
  const kind = kindAfter(text, end + 1)
  if (kind !== LETTER && kind !== DIGIT) return end
  return JOINED_PREFIXES.has(text.slice(start, end).toLowerCase()) ? runEnd(text, end + 1) : end
}

/** Words with an apostrophe: genitives and contractions are cut off, "O'Brien" and "o'clock" stay whole. */
function withApostrophe(text: string, start: number, end: number, writer: TokenWriter): number {
  const tail = matchAt(CONTRACTION, text, end)
  const negated =
    /[nN]$/.test(text.charAt(end - 1)) && /^['’][tT](?![\p{L}\d])/u.test(text.slice(end, end + 3))
  if (negated) {
    if (end - 1 > start) writer.add(start, end - 1)
    writer.add(Math.max(start, end - 1), end + 2)
    return end + 2
  }
  if (tail > 0) {
    writer.add(start, end)
    writer.add(end, end + tail)
    return end + tail
  }
  if (kindAfter(text, end + 1) === LETTER) {
    const whole = runEnd(text, end + 1)
    const next = text.charCodeAt(whole)
    if (next === 39 || next === 0x2019) {
      const second = matchAt(CONTRACTION, text, whole)
      writer.add(start, whole)
      if (second > 0) writer.add(whole, whole + second)
      return whole + second
    }
    writer.add(start, whole)
    return whole
  }
  writer.add(start, end)
  return end
}

function number(text: string, start: number, writer: TokenWriter): number {
  const special = matchAt(DATE_OR_PHONE, text, start)
  let end = start + matchAt(NUMBER, text, start)
  if (end === start) end = runEnd(text, start)
  if (special > end - start && kindAfter(text, start + special) !== DIGIT) end = start + special
  else {
    const after = text.charCodeAt(end)
    if (after === 46 || after === 64 || after === 45 || after === 95) {
      const address = Math.max(matchAt(MAIL, text, start), matchAt(DOMAIN, text, start))
      if (address > end - start) end = start + address
    }
    const unit = matchAt(UNIT, text, end)
    if (unit > 0) end += unit
    else if (kindAfter(text, end) === LETTER && joinsNumber(text, end)) end = runEnd(text, end)
  }
  writer.add(start, end)
  return end
}

const MEASURES =
  /^(?:k|m|b|bn|mm|cm|km|ft|kg|mg|ml|lb|lbs|mph|kph|hz|khz|mhz|ghz|am|pm|x|f|c|hh|min|mins|hr|hrs|yr|yrs|tn|mw|kw|mm|gb|mb|p)$/i

/** Letters after a number stay with it ("3D", "747s") unless they are a unit of measure ("5m", "9pm"). */
function joinsNumber(text: string, end: number): boolean {
  const tail = text.slice(end, runEnd(text, end))
  return !MEASURES.test(tail)
}

/** The length of a mark of punctuation, a run of the same mark, an emoticon or another symbol. */
function markLength(text: string, start: number, writer: TokenWriter): number {
  const sign = text.charAt(start)
  const code = text.charCodeAt(start)
  if (sign === ':' || sign === ';' || sign === '=' || sign === '<' || sign === '^') {
    const smile = matchAt(EMOTICON, text, start)
    if (smile > 0) return smile
  }
  if ((sign === "'" || sign === '’') && kindAfter(text, start + 1) === DIGIT) {
    const years = matchAt(YEARS, text, start)
    if (years > 0) return years
  }
  if (sign === "'" || sign === '’') {
    const touches = writer.count > 0 && writer.bounds[2 * writer.count - 1] === start
    const tail = touches ? matchAt(CONTRACTION, text, start) : 0
    if (tail > 0) return tail
  }
  if (sign === '@' || sign === '#') {
    const handle = matchAt(HANDLE, text, start)
    if (handle > 0) return handle
  }
  if (sign === '.' && kindAfter(text, start + 1) === DIGIT) return 1 + matchAt(NUMBER, text, start + 1)
  if (kindAt(text, start) === HIGH_HALF) return symbolLength(text, start)
  if (/[‘’']/.test(sign) && text.charAt(start + 1) === '’' && kindAfter(text, start + 2) !== LETTER) return 2
  if (/[.!?\-*=_~+<>|'`—–$\\]/.test(sign)) {
    let end = start + 1
    const last = Math.min(text.length, start + LONGEST)
    const mixes = sign === '!' || sign === '?'
    while (end < last && (text.charCodeAt(end) === code || (mixes && /[!?]/.test(text.charAt(end))))) end++
    if (sign === '.' && end === start + 1 && /[!?]/.test(text.charAt(end))) end++
    return end - start
  }
  return text.charCodeAt(start + 1) === 0xfe0f ? 2 : 1
}

/** The length of an emoji with its modifiers and what is joined to it, or of a lone half. */
function symbolLength(text: string, start: number): number {
  let end = start
  const last = start + 32
  while (end < last) {
    const point = text.codePointAt(end)
    if (point === undefined) break
    end += point > 0xffff ? 2 : 1
    while (
      /[\ufe0f\u20e3]/.test(text.charAt(end)) ||
      /^\ud83c[\udffb-\udfff]/.test(text.slice(end, end + 2))
    ) {
      end += text.charCodeAt(end) >= 0xd800 && text.charCodeAt(end) <= 0xdbff ? 2 : 1
    }
    if (text.charAt(end) !== '\u200d' || end + 1 >= text.length) break
    end++
  }
  return end - start
}
