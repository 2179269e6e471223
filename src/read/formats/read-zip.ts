import type { Drafted } from '../draft.ts'
import { isPassedOver } from '../list-sources.ts'
import { failed, ReadingError } from '../reading-error.ts'
import { isMedia } from './detect-format.ts'
import type { FormatInput } from './format-reader.ts'
import { openZip, type Zip } from './open-zip.ts'
import { readDocx } from './read-docx.ts'
import { readEpub } from './read-epub.ts'
import { readOdt } from './read-odt.ts'

/** Reads what is packed as a zip: a Word or OpenDocument text, an e-book, or an archive of documents. */
export async function* readZip(input: FormatInput): AsyncGenerator<Drafted> {
  const zip = await openZip(input)
  const names = new Set(zip.members.map((member) => member.name))
  if (names.has('word/document.xml')) yield* readDocx(input, zip)
  else if (names.has('META-INF/container.xml')) yield* readEpub(input, zip)
  else if (names.has('content.xml') && names.has('META-INF/manifest.xml')) yield* readOdt(input, zip)
  else if (names.has('[Content_Types].xml')) {
    throw new ReadingError(
      'format-unknown',
      'it is a table or a presentation, not a text',
      'Save it as .csv or .docx, or copy its text into a .txt file.',
    )
  } else yield* readArchive(input, zip)
}

async function* readArchive(input: FormatInput, zip: Zip): AsyncGenerator<Drafted> {
  const { file, limits } = input
  yield { problems: zip.problems }
  if (input.depth >= limits.depth) {
    throw new ReadingError(
      'archive-nested',
      `it is an archive inside ${input.depth} others, and no more are opened`,
      'Unpack it, and name the folder.',
    )
  }
  let read = 0
  for (const member of zip.members) {
    if (member.name.split('/').some(isPassedOver) || isMedia(member.name)) continue
    if (read++ >= limits.members) {
      throw new ReadingError(
        'file-too-large',
        `it holds more than ${limits.members} documents; the rest was left out`,
        'Split the archive (or raise members).',
      )
    }
    const name = `${file}!${member.name}`
    if (member.encrypted) {
      yield {
        problems: [
          failed(
            name,
            new ReadingError('file-protected', 'it is protected by a password', 'Pack it without one.'),
          ),
        ],
      }
      continue
    }
    try {
      const bytes = await zip.unpack(member)
      yield* input.readMember(member.name, bytes)
    } catch (error) {
      yield { problems: [failed(name, error)] }
      if (input.budget.bytes <= 0) break
    }
  }
  if (read === 0)
    throw new ReadingError('folder-empty', 'the archive holds no documents', 'Put documents into it.')
}
