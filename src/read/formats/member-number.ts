/** The place of a record in its file as a name that sorts as it counts: `000012`. */
export function memberNumber(place: number): string {
  return String(place).padStart(6, '0')
}
