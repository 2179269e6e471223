import type { BuildProgress } from '../build.ts'
import { printable } from './printable.ts'

/** Seconds as a person reads them: `8 s`, `3 min`, `2 h 5 min`. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `12 of 40 documents, 3.1 a second, 9 s left`: what is known after so many seconds. */
export function progressText({ done, total }: BuildProgress, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0
  const left = total !== undefined && rate > 0 ? Math.max(0, total - done) / rate : undefined
  const parts = [
    total !== undefined && total >= done ? `${done} of ${total} documents` : `${done} documents`,
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`] : []),
    ...(left === undefined ? [] : [`${durationText(left)} left`]),
  ]
  return parts.join(', ')
}

/** Where progress is shown, and the clock by which it is measured. */
export interface ProgressSink {
  readonly isTerminal: boolean
  /** Width of the terminal in characters. */
  readonly columns: number
  write(text: string): void
  /** Milliseconds. */
  now(): number
}

/** Shows how far a build is. */
export interface ProgressReporter {
  show(progress: BuildProgress): void
  /** Takes the line off a terminal. */
  clear(): void
}

/**
 * On a terminal one line that is rewritten at most ten times a second; elsewhere a plain line at each tenth
 * of the documents, or at each thousand while their number is not known.
 */
export function progressReporter(sink: ProgressSink): ProgressReporter {
  const start = sink.now()
  let last = Number.NEGATIVE_INFINITY
  let step = 0
  return {
    show(progress) {
      const now = sink.now()
      const text = progressText(progress, (now - start) / 1000)
      if (sink.isTerminal) {
        if (now - last < 100) return
        last = now
        const line = `${text}  ${printable(progress.document)}`
        sink.write(`\r\u001b[2K${line.slice(0, sink.columns - 1)}`)
        return
      }
      const { done, total } = progress
      const reached = Math.floor(total === undefined ? done / 1000 : (done * 10) / Math.max(total, 1))
      if (reached <= step) return
      step = reached
      sink.write(`${text}\n`)
    },
    clear() {
      if (sink.isTerminal) sink.write('\r\u001b[2K')
    },
  }
}
