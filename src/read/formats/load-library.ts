/**
 * Imports a package without reading its types: those of some packages need the browser's, which this one is built
 * without. The caller says what it uses.
 */
export async function loadLibrary<T>(
  name: '@mozilla/readability' | 'linkedom' | 'postal-mime' | 'unpdf',
): Promise<T> {
  const specifier: string = name
  return (await import(specifier)) as T
}
