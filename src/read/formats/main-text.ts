import { loadLibrary } from './load-library.ts'

interface ReadabilityModule {
  readonly Readability: new (
    document: unknown,
    options: { readonly keepClasses: boolean; readonly maxElemsToParse: number },
  ) => { parse(): { readonly content?: string | null } | null }
}
interface LinkedomModule {
  parseHTML(html: string): {
    readonly document: { readonly documentElement: unknown; readonly body: unknown }
  }
}

/** Elements of a page beyond which its main text is not looked for. */
const mostElements = 200_000

/** The markup of a page's main text as Mozilla's Readability finds it; undefined where it finds none. */
export async function mainText(html: string): Promise<string | undefined> {
  const { Readability } = await loadLibrary<ReadabilityModule>('@mozilla/readability')
  const { parseHTML } = await loadLibrary<LinkedomModule>('linkedom')
  const { document } = parseHTML(html)
  if (!document.documentElement || !document.body) return undefined
  const reader = new Readability(document, { keepClasses: true, maxElemsToParse: mostElements })
  return reader.parse()?.content ?? undefined
}
