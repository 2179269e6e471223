import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { Histogram } from '../graph/histogram.ts'
import { t } from '../text/language.ts'

/** The bars of the timeline and the brush over them: drawn with the pointer, or its ends moved by arrow keys. */
export function TimelineBars({
  histogram,
  shown,
  range: [first, last],
  sayBin,
  change,
}: {
  histogram: Histogram
  shown: Uint32Array
  range: readonly [number, number]
  sayBin(bin: number): string
  change(first: number, last: number): void
}): JSX.Element {
  const bars = useRef<HTMLDivElement>(null)
  const begun = useRef<number | undefined>(undefined)
  const { all } = histogram
  const bins = all.length
  const most = Math.max(1, ...all)
  const isPart = first > 0 || last < bins - 1
  const binAt = (event: PointerEvent): number => {
    const { left, width } = bars.current!.getBoundingClientRect()
    return Math.max(0, Math.min(bins - 1, Math.floor(((event.clientX - left) / width) * bins)))
  }
  const percent = (bin: number): string => `${(100 * bin) / bins}%`
  const handle = (end: 'first' | 'last'): JSX.Element => {
    const at = end === 'first' ? first : last
    const move = (to: number): void => {
      const bin = Math.max(0, Math.min(bins - 1, to))
      if (end === 'first') change(Math.min(bin, last), last)
      else change(first, Math.max(bin, first))
    }
    return (
      <div
        class={`handle ${end}`}
        role="slider"
        tabIndex={0}
        aria-label={end === 'first' ? t().timeStart : t().timeEnd}
        aria-valuemin={0}
        aria-valuemax={bins - 1}
        aria-valuenow={at}
        aria-valuetext={sayBin(at)}
        style={{ left: percent(end === 'first' ? first : last + 1) }}
        onKeyDown={(event) => {
          const steps: Record<string, number> = {
            ArrowLeft: at - 1,
            ArrowRight: at + 1,
            Home: 0,
            End: bins - 1,
          }
          const to = steps[event.key]
          if (to === undefined) return
          event.preventDefault()
          move(to)
        }}
        onPointerDown={(event) => {
          event.stopPropagation()
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) move(binAt(event))
        }}
      />
    )
  }
  return (
    <div class="brush">
      <div
        class="bars"
        ref={bars}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          begun.current = binAt(event)
          change(begun.current, begun.current)
        }}
        onPointerMove={(event) => {
          if (begun.current === undefined) return
          const at = binAt(event)
          change(Math.min(at, begun.current), Math.max(at, begun.current))
        }}
        onPointerUp={() => {
          begun.current = undefined
        }}
        onPointerCancel={() => {
          begun.current = undefined
        }}
      >
        {[...all].map((number, bin) => (
          <div key={bin} class="bar" title={`${sayBin(bin)}: ${t().relations(number)}`}>
            <span class="of-all" style={{ height: `${(100 * number) / most}%` }} />
            <span class="of-shown" style={{ height: `${(100 * shown[bin]!) / most}%` }} />
          </div>
        ))}
        {isPart && <div class="window" style={{ left: percent(first), width: percent(last + 1 - first) }} />}
        {handle('first')}
        {handle('last')}
      </div>
      <div class="axis" aria-hidden="true">
        {ticks(bins).map((bin, place, all) => (
          // the outer names stand at the edges
          <span key={bin} style={place > 0 && place < all.length - 1 ? { left: percent(bin + 0.5) } : {}}>
            {sayBin(bin)}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Bins whose names stand below the bars: at most five, evenly apart. */
function ticks(bins: number): number[] {
  const count = Math.min(5, bins)
  if (count === 1) return [0]
  return Array.from({ length: count }, (_, tick) => Math.round((tick * (bins - 1)) / (count - 1)))
}
