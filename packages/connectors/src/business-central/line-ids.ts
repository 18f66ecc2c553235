/** What a line is named by. */
interface NamedLine {
  readonly sequence: number;
  readonly description2?: string | undefined;
}

/**
 * The buyer's line id of each line of one document: Description 2, which an order of ours holds it in and which goes along
 * into shipments and invoices. Where there is none, or two lines have the same one, Business Central's own number stands.
 */
export function lineIds(lines: readonly NamedLine[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { description2 = '' } of lines) times.set(description2, (times.get(description2) ?? 0) + 1);
  return lines.map(({ sequence, description2 }) =>
    description2 !== undefined && times.get(description2) === 1 ? description2 : String(sequence),
  );
}
