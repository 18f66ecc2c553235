import { printPieces } from './print-pieces.ts';
import type { System } from './system.ts';

/** Prints a value as JSON with a line for each property, whatever its size, and a line feed. */
export async function printJson(value: unknown, system: System): Promise<void> {
  await printPieces(withLineFeed(jsonPieces(value, '\n')), system);
}

function* withLineFeed(pieces: Iterable<string>): Generator<string, void> {
  yield* pieces;
  yield '\n';
}

/** The text that `JSON.stringify(value, null, 2)` gives for plain data. */
function* jsonPieces(value: unknown, margin: string): Generator<string, void> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inner = `${margin}  `;
  let lead = open;
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined && !Array.isArray(value)) continue;
    yield `${lead}${inner}${Array.isArray(value) ? '' : `${JSON.stringify(key)}: `}`;
    yield* jsonPieces(item, inner);
    lead = ',';
  }
  yield lead === open ? `${open}${close}` : `${margin}${close}`;
}
