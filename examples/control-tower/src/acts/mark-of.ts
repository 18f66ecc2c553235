/** Key of the mark by which the journal knows that an act was done or declined. */
export function markOf(id: string): string {
  return `tower/act/${id}`;
}
