import type { LimitedAnswer } from './limiter.ts';

/** Under such keys stand the codes of errors. */
const codeKey = /code$/i;

/** How many values of a body are looked at. */
const most = 500;

/**
 * Whether an answer says that there was too much: status 429 (RFC 6585 §4), 503 with a time to come again (RFC 9110
 * §15.6.4), or one of the codes in its error. GraphQL says it with status 200 under `errors`.
 */
export function isThrottled({ status, json }: LimitedAnswer, saysWhen: boolean, codes: ReadonlySet<string>): boolean {
  if (status === 429 || (status === 503 && saysWhen)) return true;
  if (status >= 400) return hasCode(json, codes);
  return typeof json === 'object' && json !== null && 'errors' in json && hasCode(json.errors, codes);
}

function hasCode(json: unknown, codes: ReadonlySet<string>): boolean {
  const open: unknown[] = [json];
  let looked = 0;
  for (let value = open.shift(); value !== undefined; value = open.shift()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const key in value) {
      if (looked++ >= most) return false;
      const part: unknown = Reflect.get(value, key);
      if (typeof part === 'string' && codeKey.test(key) && codes.has(part)) return true;
      if (typeof part === 'object' && part !== null) open.push(part);
    }
  }
  return false;
}
