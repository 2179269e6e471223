import { Command } from 'commander'
import { packageVersion } from './package-version.ts'
import { withExamples } from './with-examples.ts'

/** `redthread mcp OUT` */
export function mcpCommand(): Command {
  const command = new Command('mcp')
    .description('answer questions to a graph over the Model Context Protocol, on standard input and output')
    .argument('<out>', 'the folder that build wrote')
    .action(async (out: string) => {
      const { serveMcp } = await import('../serve/mcp.ts')
      await serveMcp(out, packageVersion())
    })
  return withExamples(command, [
    ['redthread mcp out', 'for a program that speaks the protocol; see docs/mcp.md'],
  ])
}
