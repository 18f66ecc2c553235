import type { Issue } from '@dist/canonical';
import type * as z from 'zod';
import { eventVersion, type OrderEvent } from './event.ts';
import { eventSchemas } from './schema/event-schemas.ts';
import { toCurrentVersion } from './to-current-version.ts';

/**
 * Reads a stored event, of this release or an earlier one, as the event that it is today. Nothing is thrown: what cannot
 * be read is an issue (`event-wrong`, `event-version-unknown`, `event-type-unknown`) that says what to do. Fields that
 * no release wrote are issues as well, because the machine would pass them by in silence.
 */
export function upcast(stored: unknown): OrderEvent | Issue {
  if (!isRecord(stored)) return issue('event-wrong', 'A stored event is an object', [], stored);
  const { v } = stored;
  if (v !== eventVersion && typeof v === 'number' && v > eventVersion) {
    const what = `This release reads events up to version ${eventVersion}. Update @dist/orchestration before it opens this journal`;
    return issue('event-version-unknown', what, ['v'], v);
  }
  if (v !== 1 && v !== eventVersion) {
    const what = 'No release wrote such a version. Restore the journal from a copy, or leave the order to a person';
    return issue('event-version-unknown', what, ['v'], v);
  }
  return checked({ ...toCurrentVersion({ type: String(stored['type']), ...stored, v }) });
}

type Stored = Readonly<Record<string, unknown>>;

function checked(event: Stored): OrderEvent | Issue {
  const { type } = event;
  if (typeof type !== 'string' || !isKnown(type)) {
    const what = 'This release knows no such event. Update @dist/orchestration, or leave the order to a person';
    return issue('event-type-unknown', what, ['type'], type);
  }
  const schema: z.ZodType<OrderEvent> = eventSchemas[type];
  const read = schema.safeParse(event, { reportInput: true });
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const path = (first?.path ?? []).map((step) => (typeof step === 'symbol' ? String(step) : step));
  const what = `A stored ${type} is not as it was written: ${first?.message}. Restore the journal from a copy, or have a person correct the fact`;
  return issue('event-wrong', what, path, first?.input);
}

function isKnown(type: string): type is OrderEvent['type'] {
  return Object.hasOwn(eventSchemas, type);
}

function isRecord(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function issue(code: string, message: string, path: Issue['path'], found: unknown): Issue {
  return { code, severity: 'error', message, path, found: shown(found) };
}

/** Short enough for a log line. */
function shown(found: unknown): string | undefined {
  const text = found === undefined ? undefined : (JSON.stringify(found) ?? String(found));
  return text !== undefined && text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
