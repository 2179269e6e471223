/** What a validator says of a Turtle text that breaks the shapes of another: a line for each fault. */
export function validateShacl(shapes: string, data: string): Promise<readonly string[]>
