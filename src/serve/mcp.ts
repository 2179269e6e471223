import { once } from 'node:events'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { FileError } from '../graph/index.ts'
import { type KnowledgeGraph, QueryError } from '../query/index.ts'
import { interrupted } from './interrupted.ts'
import { callTool, toolDescriptions } from './mcp-tools.ts'
import { openedFolder } from './opened-folder.ts'

const instructions =
  'A knowledge graph of a set of documents. Every relation carries the exact words it was read from. Quote them, name document, date and speakers, and keep to the modality: asserted, reported, alleged, opinion, future, conditional or denied. Begin with search; entity, relations and path take names or keys.'

/** A server of the Model Context Protocol whose tools put questions to a graph. */
export function mcpServer(graph: () => KnowledgeGraph, version: string): Server {
  const server = new Server(
    { name: 'redthread', title: 'Redthread', version },
    { capabilities: { tools: {} }, instructions },
  )
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...toolDescriptions()] }))
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    try {
      const answer = callTool(graph(), params.name, params.arguments ?? {})
      const text = JSON.stringify(answer)
      return { content: [{ type: 'text', text }], structuredContent: JSON.parse(text) }
    } catch (error) {
      if (!(error instanceof QueryError || error instanceof FileError)) throw error
      return { content: [{ type: 'text', text: error.message }], isError: true }
    }
  })
  return server
}

/**
 * Serves a graph to a client of the Model Context Protocol on standard input and output, until the input ends.
 * Throws a FileError where the folder holds no graph.
 */
export async function serveMcp(outDir: string, version: string): Promise<void> {
  const graph = openedFolder(outDir)
  graph()
  const server = mcpServer(graph, version)
  const ended = Promise.race([once(process.stdin, 'end'), interrupted()])
  await server.connect(new StdioServerTransport())
  await ended
  await server.close()
}
