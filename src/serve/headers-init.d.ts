// A type of the DOM that @modelcontextprotocol/sdk names and @types/node does not declare by itself.
type HeadersInit = NonNullable<ConstructorParameters<typeof Headers>[0]>
