/** The command of every reader, by name. Throws with one line that says what to install. */
export function ensureReaders(): { readonly networkx: string; readonly xmllint: string }
