// DEL, the C1 controls (which some terminals obey) and the marks that turn the direction of writing: JSON may
// hold them as they are, and they would then act on the terminal or the editor that shows it.
const acting = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** JSON that shows every character that acts on a terminal by its code; it says the same as any other JSON. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    acting,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
