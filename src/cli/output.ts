import { once } from 'node:events'

/** A message for the person, on standard error. */
export function say(text: string): void {
  process.stderr.write(text)
}

/** Writes a result to standard output piece by piece, no faster than it is read. */
export async function writeOut(pieces: Iterable<string | Uint8Array>): Promise<void> {
  for (const piece of pieces)
    if (piece !== '' && !process.stdout.write(piece)) await once(process.stdout, 'drain')
}

/** Ends the process without a word when the reader of its output has gone, as `head` does. */
export function endWhenReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
}
