import type { RetryHeader } from '../port/policy.ts';

/** No system is waited for longer than this on its own word. */
const longest = 24 * 60 * 60 * 1000;

/**
 * How long an answer asks to wait, in milliseconds, by the first header that says it: a number in the header's unit, or an
 * HTTP date (RFC 9110 §5.6.7, the form that is sent today) as seen from `now`. At most a day; undefined when none says it.
 */
export function retryAfter(headers: Headers, rules: readonly RetryHeader[], now: number): number | undefined {
  for (const { name, unit } of rules) {
    const text = headers.get(name)?.trim();
    const wait = text === undefined ? undefined : waitOf(text, unit, now);
    if (wait !== undefined) return Math.min(Math.max(Math.ceil(wait), 0), longest);
  }
  return undefined;
}

function waitOf(text: string, unit: RetryHeader['unit'], now: number): number | undefined {
  if (/^\d{1,12}(?:\.\d{1,9})?$/.test(text)) return Number(text) * (unit === 'milliseconds' ? 1 : 1000);
  if (unit !== 'seconds or date' || !httpDate.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at - now;
}

const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
