// Writes the documents that are made from the code and from what was measured: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readResults } from '../bench/suite/results.ts'
import { createProgram } from '../src/cli/program.ts'
import { accuracyPage, accuracyTable } from './accuracy-page.ts'
import { commandsPage } from './commands-page.ts'
import { withTable } from './readme-table.ts'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const results = readResults(at('bench/results/latest.json'))
writeFileSync(at('docs/commands.md'), commandsPage(await createProgram()))
writeFileSync(at('docs/accuracy.md'), accuracyPage(results))
writeFileSync(at('README.md'), withTable(readFileSync(at('README.md'), 'utf8'), accuracyTable(results)))
