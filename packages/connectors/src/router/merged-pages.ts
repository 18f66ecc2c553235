import type { ListStart, Page } from '../port/page.ts';

/**
 * The pages of several systems, one system after the other, under one cursor: where each of them stands, and where those begin
 * that were not asked yet. While orders move from one ERP to another both tell what ships and what is invoiced; of one that is
 * gone the cursor keeps its place, and nothing is asked.
 */
export async function* mergedPages<Item>(
  systems: readonly string[],
  list: (system: string, start: ListStart | undefined) => AsyncIterable<Page<Item>>,
  start: ListStart | undefined,
): AsyncGenerator<Page<Item>, void, undefined> {
  const places = placesOf(start);
  for (const system of systems) {
    const [after, from] = [places.get(system), places.get(beginning)];
    const own: ListStart | undefined = after !== undefined ? { after } : from !== undefined ? { from } : undefined;
    for await (const page of list(system, own)) {
      if (!page.ok) {
        yield page;
        return;
      }
      places.set(system, page.next);
      yield { ...page, next: JSON.stringify([...places]) };
    }
  }
}

/** Stands in a cursor for the instant that the list began with: no system has this name. */
const beginning = '';

function placesOf(start: ListStart | undefined): Map<string, string> {
  if (start === undefined) return new Map();
  if ('from' in start) return new Map([[beginning, start.from]]);
  try {
    const pairs: unknown = JSON.parse(start.after);
    if (Array.isArray(pairs) && pairs.every(isPair)) return new Map(pairs);
  } catch {
    // Told below.
  }
  throw new RangeError('a cursor is one that this list gave');
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((text) => typeof text === 'string');
}
