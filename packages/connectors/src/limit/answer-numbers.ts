import type { RetryHeader, WindowHeaders } from '../port/policy.ts';

/** Longer values are no numbers. */
const number = /^\d{1,12}(?:\.\d{1,12})?$/;

/** The number that a header holds, 0 or more; undefined for anything else. */
export function numberIn(headers: Headers, name: string | undefined): number | undefined {
  const text = name === undefined ? undefined : headers.get(name)?.trim();
  return text !== undefined && number.test(text) ? Number(text) : undefined;
}

/** The milliseconds that a header tells in its own unit. A date is none. */
export function durationIn(headers: Headers, header: RetryHeader | undefined): number | undefined {
  const value = numberIn(headers, header?.name);
  return value === undefined ? undefined : value * (header?.unit === 'milliseconds' ? 1 : 1000);
}

/** Used and allowed, as in `api-usage=18/5000`, which may be one of several in a list (RFC 9110 §5.6.1). */
export function usageIn(
  headers: Headers,
  usage: WindowHeaders['usage'],
): { readonly used: number; readonly allowed: number } | undefined {
  if (usage === undefined) return undefined;
  for (const part of (headers.get(usage.name) ?? '').slice(0, 1000).split(/[,;]/)) {
    const [, key, used, allowed] = /^([\w.-]{1,100})=(\d{1,12})\/(\d{1,12})/.exec(part.trim()) ?? [];
    if (key === usage.key) return { used: Number(used), allowed: Number(allowed) };
  }
  return undefined;
}

/** The number 0 or more at a path of an answer's JSON. */
export function numberAt(json: unknown, path: readonly string[]): number | undefined {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
