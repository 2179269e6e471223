// Writes the documents that are made from the code: `npm run docs`.
import { writeFileSync } from 'node:fs'
import { createProgram } from '../src/cli/program.ts'
import { commandsPage } from './commands-page.ts'

writeFileSync(new URL('../docs/commands.md', import.meta.url), commandsPage(await createProgram()))
