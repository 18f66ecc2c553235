import type { Issue } from '@dist/canonical';
import type * as z from 'zod';
import { brokenName } from './broken-name.ts';
import { eventVersion, type OrderEvent } from './event.ts';
import { eventSchemas } from './schema/event-schemas.ts';
import { toCurrentVersion } from './to-current-version.ts';

/** What is to be done about an event that is wrong, in words for whoever has it. */
export interface Advice {
  readonly noObject: string;
  readonly tooDeep: string;
  readonly unknownType: string;
  readonly noVersion: string;
  /** Of an event of a known type: what is wrong with it, and where from. */
  readonly wrong: (type: string, what: string) => string;
}

/** An event of this release or an earlier one, as the event that it is today, or what is wrong with it. Nothing is thrown. */
export function readEvent(found: unknown, advice: Advice): OrderEvent | Issue {
  if (!isRecord(found)) return issue('event-wrong', advice.noObject, [], found);
  if (isTooDeep(found)) {
    const what = `No event is nested deeper than ${deepest} levels. ${advice.tooDeep}`;
    return issue('event-wrong', what, [], found);
  }
  const { type, v } = found;
  if (typeof type !== 'string') return unknownType(type, advice);
  if (v !== eventVersion && typeof v === 'number' && v > eventVersion) {
    const what = `This release reads events up to version ${eventVersion}. Update @dist/orchestration before it opens this journal`;
    return issue('event-version-unknown', what, ['v'], v);
  }
  if (v !== 1 && v !== eventVersion) {
    return issue('event-version-unknown', advice.noVersion, ['v'], v);
  }
  return checked({ ...toCurrentVersion({ ...found, type, v }) }, advice);
}

type Found = Readonly<Record<string, unknown>>;

function checked(event: Found, advice: Advice): OrderEvent | Issue {
  const { type } = event;
  if (typeof type !== 'string' || !isKnown(type)) return unknownType(type, advice);
  const schema: z.ZodType<OrderEvent> = eventSchemas[type];
  const read = schema.safeParse(event, { reportInput: true });
  if (read.success) return withWholeNames(read.data);
  const [first] = read.error.issues;
  const path = (first?.path ?? []).map((step) => (typeof step === 'symbol' ? String(step) : step));
  const what = advice.wrong(type, first?.message ?? 'it cannot be read');
  return issue('event-wrong', what, path, first?.input);
}

function withWholeNames(event: OrderEvent): OrderEvent | Issue {
  const path = brokenName(event);
  if (path === undefined) return event;
  const what =
    'A name has a NUL or half of a surrogate pair, which not every store keeps. Take it out before it is brought';
  const found = path.reduce<unknown>((value, step) => Object(value)[step], event);
  return issue('event-wrong', what, path, found);
}

function unknownType(type: unknown, advice: Advice): Issue {
  return issue('event-type-unknown', advice.unknownType, ['type'], type);
}

/** More than any event has, and less than a reader that calls itself could take. Each level is looked at once, by a list. */
const deepest = 100;

function isTooDeep(found: Found): boolean {
  const left: { readonly value: unknown; readonly depth: number }[] = [{ value: found, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return true;
    for (const inner of Object.values(value)) left.push({ value: inner, depth: depth + 1 });
  }
  return false;
}

function isKnown(type: string): type is OrderEvent['type'] {
  return Object.hasOwn(eventSchemas, type);
}

function isRecord(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function issue(code: string, message: string, path: Issue['path'], found: unknown): Issue {
  return { code, severity: 'error', message, path, found: shown(found) };
}

/** Short enough for a log line; of lists and objects only that they are, since those may be of any size. */
function shown(found: unknown): string | undefined {
  if (found === undefined) return undefined;
  if (typeof found === 'object' && found !== null) return Array.isArray(found) ? '[…]' : '{…}';
  const text = typeof found === 'string' ? JSON.stringify(found) : String(found);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
