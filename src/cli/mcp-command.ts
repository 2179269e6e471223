import { Command } from 'commander'
import { packageVersion } from './package-version.ts'

/** `redthread mcp OUT` */
export function mcpCommand(): Command {
  return new Command('mcp')
    .description('answer questions to a graph over the Model Context Protocol, on standard input and output')
    .argument('<out>', 'the folder that build wrote')
    .action(async (out: string) => {
      const { serveMcp } = await import('../serve/mcp.ts')
      await serveMcp(out, packageVersion())
    })
}
