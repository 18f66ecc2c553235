/** A calendar day as an instant: noon UTC is the same day in every zone but those of the islands at the date line. */
export function noonOf(day: string): string {
  return `${day}T12:00:00Z`;
}
