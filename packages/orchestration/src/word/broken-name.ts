import type { Issue } from '@dist/canonical';
import { isWholeText } from './is-whole-text.ts';

/**
 * Where a document within an event has a name that not every store can keep: a number, an identifier, a key. What people
 * have written (a reason, a note) may hold anything: it names nothing.
 */
export function brokenName(value: unknown): Issue['path'] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [field, inner] of Object.entries(value)) {
    const within = typeof inner === 'string' ? brokenText(field, inner) : brokenName(inner);
    if (within !== undefined) return [Array.isArray(value) ? Number(field) : field, ...within];
  }
  return undefined;
}

function brokenText(field: string, text: string): Issue['path'] | undefined {
  return isWholeText(text) || !/(?:number|release|id|key|code|sku|value)$/i.test(field) ? undefined : [];
}
