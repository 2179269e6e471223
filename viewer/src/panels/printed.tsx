import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { pictureOf } from '../export/export-view.ts'
import type { PageState } from '../state/page-state.ts'
import { sayShown } from '../state/say-shown.ts'

/** The drawing as paper gets it: made when the page is about to be printed, in light colours, with a legend. */
export function Printed({ state }: { state: PageState }): JSX.Element {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let theme: string | undefined
    const before = (): void => {
      const { dataset } = document.documentElement
      theme = dataset.theme
      dataset.theme = 'light'
      const svg = new DOMParser().parseFromString(pictureOf(state, sayShown(state)), 'image/svg+xml')
      place.current?.replaceChildren(document.importNode(svg.documentElement, true))
    }
    const after = (): void => {
      const { dataset } = document.documentElement
      if (theme === undefined) delete dataset.theme
      else dataset.theme = theme
      place.current?.replaceChildren()
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [state])
  return <div class="printed" ref={place} />
}
