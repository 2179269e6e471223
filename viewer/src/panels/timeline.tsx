import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import {
  type Bins,
  countBins,
  countPassing,
  filterOf,
  type Histogram,
  makeBins,
  rangeOf,
} from '../graph/histogram.ts'
import { isoOf, type TimeBasis, type TimeFilter } from '../graph/row-times.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { sayDate } from '../text/say.ts'
import { TimelineBars } from './timeline-bars.tsx'

/** Milliseconds that each picture stands while the timeline plays. */
const stand = 700

/** The histogram of times, with the part that is shown; can be played from one end to the other. */
export function Timeline({ state, time }: { state: PageState; time: TimeFilter }): JSX.Element {
  const { index, facets } = state
  const histogram = useMemo(() => {
    const times = state.rowTimes(time.basis)
    const bins = makeBins(times.first)
    return bins && countBins(bins, index, facets.rows, times)
  }, [state, time.basis])
  const playing = useSignal(false)
  const change = (next: TimeFilter, tag?: string): void =>
    state.go({ time: next }, tag === undefined ? {} : { tag })
  return (
    <section class="timeline" aria-label={t().timeline}>
      <div class="timeline-head">
        <fieldset class="switch" aria-label={t().timeBasis}>
          {(['event', 'published'] as TimeBasis[]).map((basis) => (
            <button
              key={basis}
              type="button"
              aria-pressed={time.basis === basis}
              onClick={() => change({ basis, undated: time.undated })}
            >
              {basis === 'event' ? t().whenHappened : t().whenPublished}
            </button>
          ))}
        </fieldset>
        {histogram !== undefined && (
          <>
            <PlayButton
              state={state}
              histogram={histogram}
              time={time}
              playing={playing.value}
              play={(on) => {
                playing.value = on
              }}
            />
            <output class="range">{sayRange(histogram, time)}</output>
          </>
        )}
        <label>
          <input
            type="checkbox"
            checked={time.undated}
            onChange={() => change({ ...time, undated: !time.undated })}
          />{' '}
          {t().undated(histogram?.undated ?? index.edges.length)}
        </label>
        {(time.from !== undefined || time.to !== undefined) && (
          <button
            type="button"
            class="quiet"
            onClick={() => change({ basis: time.basis, undated: time.undated })}
          >
            {t().allTimes}
          </button>
        )}
        <button
          type="button"
          class="close"
          aria-label={t().closeTimeline}
          onClick={() => state.go({ time: undefined })}
        >
          ×
        </button>
      </div>
      {histogram === undefined ? (
        <p class="none">{t().noTimes}</p>
      ) : (
        <TimelineBars
          histogram={histogram}
          shown={countPassing(histogram, state.filtered.value.edges, facets.rows, state.rowTimes(time.basis))}
          range={rangeOf(histogram, time)}
          sayBin={(bin) => sayBin(histogram, bin)}
          change={(first, last) => {
            playing.value = false
            change(filterOf(histogram, time, first, last), 'brush')
          }}
        />
      )}
    </section>
  )
}

/** Moves the part that is shown on by one bin at a time, and stops at the end. */
function PlayButton({
  state,
  histogram,
  time,
  playing,
  play,
}: {
  state: PageState
  histogram: Histogram
  time: TimeFilter
  playing: boolean
  play(on: boolean): void
}): JSX.Element {
  const latest = useRef(time)
  latest.current = time
  const last = histogram.all.length - 1
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => {
      const [from, to] = rangeOf(histogram, latest.current)
      if (to >= last) play(false)
      else state.go({ time: filterOf(histogram, latest.current, from + 1, to + 1) }, { tag: 'play' })
    }, stand)
    return () => clearInterval(timer)
  }, [playing, histogram])
  const start = (): void => {
    const [from, to] = rangeOf(histogram, time)
    // from the beginning where all of it is shown or its end is reached
    const width = from === 0 && to === last ? Math.ceil((last + 1) / 10) - 1 : to - from
    if (to === last) state.go({ time: filterOf(histogram, time, 0, Math.min(width, last)) }, { tag: 'play' })
    play(true)
  }
  return (
    <button
      type="button"
      class="action play"
      aria-pressed={playing}
      onClick={() => (playing ? play(false) : start())}
    >
      {playing ? `❚❚ ${t().pause}` : `▶ ${t().play}`}
    </button>
  )
}

/** A bin in words: a day, a month, a year, "the 1840s". */
function sayBin({ unit, starts }: Bins, bin: number): string {
  const iso = isoOf(starts[bin]!)
  if (unit === 'day') return sayDate(iso)
  if (unit === 'month') return sayDate(iso.slice(0, -3))
  const year = iso.slice(0, -6)
  return unit === 'year' ? year : t().decade(year)
}

function sayRange(bins: Bins, time: TimeFilter): string {
  const [first, last] = rangeOf(bins, time)
  if (time.from === undefined && time.to === undefined) return t().allTimes
  if (first === last) return sayBin(bins, first)
  return t().timeFromTo(sayBin(bins, first), sayBin(bins, last))
}
