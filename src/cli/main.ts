#!/usr/bin/env node
import { endWhenReaderLeaves } from './output.ts'
import { runCommand } from './run-command.ts'

endWhenReaderLeaves()
await runCommand(process.argv.slice(2))
