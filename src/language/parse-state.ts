/** The state of an arc-hybrid parse. Word 0 is "none", words 1 to n the sentence, n + 1 the root. */
export class ParseState {
  /** Words of the sentence. */
  size = 0
  /** Words on the stack. */
  depth = 0
  /** First word of the buffer. */
  next = 1
  stack: Int32Array = new Int32Array(0)
  head: Int32Array = new Int32Array(0)
  label: Int32Array = new Int32Array(0)
  /** The outermost child on each side and the one attached before it. */
  left: Int32Array = new Int32Array(0)
  left2: Int32Array = new Int32Array(0)
  right: Int32Array = new Int32Array(0)
  right2: Int32Array = new Int32Array(0)
  leftCount: Int32Array = new Int32Array(0)
  rightCount: Int32Array = new Int32Array(0)
  /** Sums over the labels of the children on each side. */
  leftLabels: Int32Array = new Int32Array(0)
  rightLabels: Int32Array = new Int32Array(0)

  /** Makes the state ready for a sentence of `size` words. */
  reset(size: number): void {
    this.size = size
    this.depth = 0
    this.next = 1
    const words = size + 2
    if (this.stack.length < words) {
      this.stack = new Int32Array(words * 2)
      this.head = new Int32Array(words * 2)
      this.label = new Int32Array(words * 2)
      this.left = new Int32Array(words * 2)
      this.left2 = new Int32Array(words * 2)
      this.right = new Int32Array(words * 2)
      this.right2 = new Int32Array(words * 2)
      this.leftCount = new Int32Array(words * 2)
      this.rightCount = new Int32Array(words * 2)
      this.leftLabels = new Int32Array(words * 2)
      this.rightLabels = new Int32Array(words * 2)
    }
    this.head.fill(0, 0, words)
    this.label.fill(NO_LABEL, 0, words)
    this.left.fill(0, 0, words)
    this.left2.fill(0, 0, words)
    this.right.fill(0, 0, words)
    this.right2.fill(0, 0, words)
    this.leftCount.fill(0, 0, words)
    this.rightCount.fill(0, 0, words)
    this.leftLabels.fill(0, 0, words)
    this.rightLabels.fill(0, 0, words)
  }

  get done(): boolean {
    return this.depth === 0 && this.next === this.size + 1
  }

  /** The top of the stack, or 0. */
  get top(): number {
    return this.depth > 0 ? this.stack[this.depth - 1]! : 0
  }

  /** The word under the top of the stack, or 0. */
  get second(): number {
    return this.depth > 1 ? this.stack[this.depth - 2]! : 0
  }

  get canShift(): boolean {
    return this.next <= this.size
  }

  /** The top may hang from the buffer's first word; from the root only as the last word left. */
  get canLeft(): boolean {
    return this.depth > 0 && (this.next <= this.size || this.depth === 1)
  }

  get canRight(): boolean {
    return this.depth > 1
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /** Hangs the top of the stack from the first word of the buffer. */
  attachLeft(label: number): void {
    const child = this.stack[--this.depth]!
    const head = this.next
    this.left2[head] = this.left[head]!
    this.left[head] = child
    this.leftCount[head]!++
    this.leftLabels[head] = this.leftLabels[head]! + LABEL_SUMS[label]!
    this.head[child] = head
    this.label[child] = label
  }

  /** Hangs the top of the stack from the word under it. */
  attachRight(label: number): void {
    const child = this.stack[--this.depth]!
    const head = this.stack[this.depth - 1]!
    this.right2[head] = this.right[head]!
    this.right[head] = child
    this.rightCount[head]!++
    this.rightLabels[head] = this.rightLabels[head]! + LABEL_SUMS[label]!
    this.head[child] = head
    this.label[child] = label
  }
}

/** The label of a word without a head. */
export const NO_LABEL = 127

const LABEL_SUMS = Int32Array.from({ length: 128 }, (_, i) => {
  let value = Math.imul(i + 1, 0x9e3779b1)
  value ^= value >>> 15
  return Math.imul(value, 0x2c1b3c6d)
})
