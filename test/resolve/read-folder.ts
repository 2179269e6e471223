import { extractionSettings } from '../../src/build/settings.ts'
import { extractDocuments } from '../../src/build.ts'
import type { ResolvableClaims } from '../../src/resolve/resolvable-claims.ts'

/** What resolution needs of the documents of a folder, as the shipped stages read them. */
export async function claimsOfFolder(folder: string): Promise<ResolvableClaims[]> {
  const { settings } = await extractionSettings({})
  const claims: ResolvableClaims[] = []
  for await (const { resolvable } of extractDocuments([folder], settings)) claims.push(resolvable!)
  return claims
}
