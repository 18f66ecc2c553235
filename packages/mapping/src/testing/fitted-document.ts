import type { MappingIssue } from '../issue.ts';
import { own, setOwn } from '../run/own.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What of a drawn document the partner allows: as it is, or with the fields that are at fault replaced by those of a golden
 * pair, or the golden pair with as many of its fields as are allowed. Undefined where nothing of it is.
 */
export function fittedDocument(
  drawn: unknown,
  golden: unknown,
  faultsOf: (candidate: unknown) => readonly MappingIssue[],
): unknown {
  const mended = mendedDocument(drawn as Fields, golden, faultsOf);
  if (mended !== undefined || golden === undefined) return mended;
  return faultsOf(golden).length > 0 ? undefined : grown(golden as Fields, drawn as Fields, faultsOf, 1);
}

/** Fields that are replaced before giving up. */
const MOST_MENDED = 6;

function mendedDocument(
  drawn: Fields,
  golden: unknown,
  faultsOf: (candidate: unknown) => readonly MappingIssue[],
): unknown {
  let candidate: Record<string, unknown> = { ...drawn };
  const mended = new Set<string>();
  for (;;) {
    const faults = faultsOf(candidate);
    if (faults.length === 0) return candidate;
    const key = faults
      .filter(({ side }) => side === 'canonical')
      .map(({ path }) => String(path[0]))
      .find((field) => field !== 'undefined' && !mended.has(field));
    if (key === undefined || mended.size === MOST_MENDED) return undefined;
    mended.add(key);
    candidate = withField(candidate, key, own(golden, key));
  }
}

/** A golden document with those fields of a drawn one that it may have, tried one after the other; lists item by item. */
function grown(
  golden: Fields,
  drawn: Fields,
  faultsOf: (candidate: unknown) => readonly MappingIssue[],
  depth: number,
): unknown {
  let candidate: Fields = golden;
  for (const [key, value] of Object.entries(drawn)) {
    const whole = withField(candidate, key, value);
    if (faultsOf(whole).length === 0) {
      candidate = whole;
      continue;
    }
    const [item, other] = [firstOf(golden[key]), firstOf(value)];
    if (depth === 0 || item === undefined || other === undefined) continue;
    const inside = (inner: unknown) => withField(candidate, key, [inner, ...(golden[key] as unknown[]).slice(1)]);
    const merged = grown(item, other, (inner) => faultsOf(inside(inner)), depth - 1);
    candidate = inside(merged);
  }
  return candidate;
}

function firstOf(value: unknown): Fields | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'object' && first !== null ? (first as Fields) : undefined;
}

function withField(document: Fields, key: string, value: unknown): Record<string, unknown> {
  const { [key]: _, ...others } = document;
  if (value !== undefined) setOwn(others, key, value);
  return others;
}
