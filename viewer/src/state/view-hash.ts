import type { SameThings } from '../decide/same-things.ts'
import { type FacetId, type Facets, facetIds } from '../graph/facets.ts'
import type { FacetFilter } from '../graph/filter-graph.ts'
import type { Focus, FocusStep } from '../graph/focus.ts'
import type { GraphIndex } from '../graph/index-graph.ts'
import { dayOf, isoOf } from '../graph/row-times.ts'
import type { Camera } from '../render/renderer.ts'
import type { Language } from '../text/language.ts'
import { type Opened, type Selection, type ThemeName, viewNames } from './selection.ts'
import { byShortKey, shortKey } from './short-keys.ts'
import { type Added, firstView, type Look } from './view-state.ts'

/** No address gets a longer part after its `#`. */
export const longestHash = 2000
/** So many earlier entities in focus are shared. */
const mostTrail = 6

/** Writes views into addresses and reads them again, for one graph. */
export interface ViewHash {
  /**
   * A view as the part of an address after `#`, at most 2,000 signs. Where it would be longer, what was added
   * by hand, then opened groups, filters and the rest are left out.
   */
  write(look: Look, longest?: number): string
  /** The view of an address. What it does not name is as at the beginning; what is not known is passed over. */
  read(hash: string): Look
}

/**
 * `language` is the one a reader gets without asking: it is not written. `also` tells of keys that are read though the
 * graph has them no more.
 */
export function viewHash(
  index: GraphIndex,
  facets: Facets,
  language: Language,
  also: SameThings = { nodes: new Map(), edges: new Map() },
): ViewHash {
  const nodeKey = (node: number): string => shortKey(index.nodeKeys[node]!)
  const edgeKey = (edge: number): string => shortKey(index.edgeKeys[edge]!)
  const nodeAt = byShortKey(
    (function* () {
      yield* index.nodeOf
      yield* also.nodes
      for (const [node, { formerKeys = [] }] of index.nodes.entries())
        for (const key of formerKeys) yield [key, node] as const
    })(),
  )
  const edgeAt = byShortKey([...index.edgeOf, ...also.edges])
  const documentAt = byShortKey([...index.documents.keys()].map((id) => [id, id] as const))
  const valueAt = new Map(
    facets.list.map(({ id, values }) => [id, byShortKey(values.map(({ key }) => [key, key] as const))]),
  )

  const writeFocus = ({ root, steps }: Focus): string =>
    [
      nodeKey(root),
      ...steps.map((step) =>
        step.kind === 'hop'
          ? 'h'
          : step.kind === 'close'
            ? `c*${nodeKey(step.node)}`
            : `o*${nodeKey(step.node)}*${step.shown}`,
      ),
    ].join('!')
  const writeSelection = (selection: Selection): string => {
    if (selection.kind === 'node') return `n*${nodeKey(selection.node)}`
    if (selection.kind === 'edge') return `e*${edgeKey(selection.edge)}`
    if (selection.kind === 'edges') return `m*${selection.from}*${selection.edges.map(edgeKey).join('.')}`
    const to = selection.to === undefined ? '' : nodeKey(selection.to)
    return `p*${nodeKey(selection.from)}*${to}*${selection.way}`
  }
  const writeOpened = ({ document, start, edge, row }: Opened): string =>
    [shortKey(document), start, ...(edge === undefined ? [] : [edgeKey(edge), row ?? 0])].join('*')

  const readNode = (short: string | undefined): number => known(nodeAt(short ?? ''))
  const readFocus = (text: string): Focus => {
    const [root, ...steps] = text.split('!')
    return {
      root: readNode(root),
      steps: steps.flatMap((step): FocusStep[] => {
        const [kind, key, shown] = step.split('*')
        if (kind === 'h') return [{ kind: 'hop' }]
        const node = nodeAt(key ?? '')
        if (node === undefined) return []
        return kind === 'c' ? [{ kind: 'close', node }] : [{ kind: 'open', node, shown: whole(shown) }]
      }),
    }
  }
  const readSelection = (text: string): Selection => {
    const [kind, first, second, third] = text.split('*')
    if (kind === 'n') return { kind: 'node', node: readNode(first) }
    if (kind === 'e') return { kind: 'edge', edge: known(edgeAt(first ?? '')) }
    if (kind === 'p')
      return {
        kind: 'path',
        from: readNode(first),
        to: second === '' ? undefined : readNode(second),
        way: whole(third),
      }
    const edges = (second ?? '').split('.').flatMap((short) => edgeAt(short) ?? [])
    if (edges.length === 0) throw new Error('no edge')
    return { kind: 'edges', edges, from: first === 'pair' ? 'pair' : 'passage' }
  }
  const readFilter = (text: string): [FacetId, FacetFilter] => {
    const [, name = '', sign, keys = ''] = /^([a-z]+)([+-])(.*)$/.exec(text) ?? []
    const id = known(facetIds.find((facet) => facet === name))
    const values = keys.split('.').flatMap((short) => valueAt.get(id)?.(short) ?? [])
    if (values.length === 0) throw new Error('no value')
    return [id, { mode: sign === '+' ? 'only' : 'except', keys: new Set(values) }]
  }
  const readOpened = (text: string): Opened => {
    const [document, start, edge, row] = text.split('*')
    const at = edgeAt(edge ?? '')
    return {
      document: known(documentAt(document ?? '')),
      start: whole(start),
      ...(at === undefined
        ? {}
        : { edge: at, row: Math.min(whole(row), index.edges[at]!.evidence.length - 1) }),
    }
  }

  return {
    write(look, longest = longestHash) {
      const { time, camera } = look
      // what can best be spared comes last
      const parts: [name: string, value: string][] = [
        ['v', look.view === firstView.view ? '' : look.view],
        ['th', look.theme === firstView.theme ? '' : look.theme],
        ['l', look.language === language ? '' : look.language],
        [
          'c',
          camera === undefined ? '' : [camera.x, camera.y, camera.width, camera.fit].map(short).join(','),
        ],
        ['s', look.selection === undefined ? '' : writeSelection(look.selection)],
        ['z', look.trail.slice(-mostTrail).map(writeFocus).join(';')],
        [
          't',
          time === undefined
            ? ''
            : [
                time.basis[0],
                time.from === undefined ? '' : isoOf(time.from),
                time.to === undefined ? '' : isoOf(time.to),
                time.undated ? 1 : 0,
              ].join(','),
        ],
        ['d', look.opened === undefined ? '' : writeOpened(look.opened)],
        ['n', look.limit === firstView.limit ? '' : String(look.limit)],
        [
          'f',
          [...look.filters]
            .map(
              ([id, { mode, keys }]) =>
                `${id}${mode === 'only' ? '+' : '-'}${[...keys].map(shortKey).join('.')}`,
            )
            .join(';'),
        ],
        ['g', [...look.groups].map(([community, more]) => `${community}*${more}`).join('.')],
        ['a', look.added.map(({ node, neighbours }) => `${nodeKey(node)}*${neighbours}`).join('.')],
      ]
      let hash = ''
      for (const [name, value] of parts) {
        const next = value === '' ? hash : `${hash}${hash === '' ? '' : '&'}${name}=${value}`
        if (next.length <= longest) hash = next
      }
      return hash
    },
    read(hash) {
      const parts = new Map(
        hash
          .replace(/^#/, '')
          .split('&')
          .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const),
      )
      const part = <T>(name: string, otherwise: T, parse: (value: string) => T): T => {
        const value = parts.get(name)
        if (value === undefined) return otherwise
        try {
          return parse(value)
        } catch {
          return otherwise
        }
      }
      return {
        view: part('v', firstView.view, (value) => known(viewNames.find((name) => name === value))),
        theme: part('th', firstView.theme, (value) =>
          known((['auto', 'light', 'dark'] as ThemeName[]).find((name) => name === value)),
        ),
        language: part('l', language, (value) =>
          known((['en', 'fr'] as Language[]).find((name) => name === value)),
        ),
        camera: part<Camera | undefined>('c', undefined, (value) => {
          const [x = Number.NaN, y = Number.NaN, width = Number.NaN, fit = Number.NaN] = value
            .split(',')
            .map(Number)
          if (![x, y].every(Number.isFinite) || !(width > 0 && width < 1e9) || !(fit > 0 && fit < 1e9))
            throw new Error('no camera')
          return { x, y, width, fit }
        }),
        selection: part<Selection | undefined>('s', undefined, readSelection),
        trail: part<Focus[]>('z', [], (value) => value.split(';').slice(-mostTrail).map(readFocus)),
        time: part<Look['time']>('t', undefined, (value) => {
          const [basis, from, to, undated] = value.split(',')
          const [first, last] = [dayOf(from), dayOf(to, true)]
          return {
            basis: basis === 'p' ? 'published' : 'event',
            ...(Number.isNaN(first) ? {} : { from: first }),
            ...(Number.isNaN(last) ? {} : { to: last }),
            undated: undated === '1',
          }
        }),
        opened: part<Opened | undefined>('d', undefined, readOpened),
        limit: part('n', firstView.limit, (value) => Math.max(1, whole(value))),
        filters: part(
          'f',
          firstView.filters,
          (value) => new Map(value.split(';').flatMap(attempt(readFilter))),
        ),
        groups: part('g', firstView.groups, (value) => {
          const pairs = value.split('.').map((pair) => pair.split('*'))
          return new Map(pairs.map(([community, more]) => [whole(community), whole(more)] as const))
        }),
        added: part<readonly Added[]>('a', [], (value) =>
          value.split('.').flatMap(
            attempt((one) => {
              const [key, neighbours] = one.split('*')
              return { node: readNode(key), neighbours: whole(neighbours) }
            }),
          ),
        ),
      }
    },
  }
}

/** Six digits: a thousandth of a pixel. */
const short = (value: number): string => String(Number(value.toPrecision(7)))

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not known')
  return value
}

function whole(text: string | undefined): number {
  if (!/^\d{1,9}$/.test(text ?? '')) throw new Error('no number')
  return Number(text)
}

const attempt =
  <T>(parse: (text: string) => T) =>
  (text: string): T[] => {
    try {
      return [parse(text)]
    } catch {
      return []
    }
  }
