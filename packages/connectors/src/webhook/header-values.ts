/**
 * Headers in any of the usual shapes, names in any case: `Headers` or a `Map`, pairs, an object of texts or lists
 * (`headers` of `node:http`), or names and values in turn (`rawHeaders` of `node:http`).
 */
export type WebhookHeaders =
  | Iterable<readonly [string, string]>
  | readonly string[]
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Values by their names in small letters. A header that comes twice is one value with a comma (RFC 9110 §5.3), so that a
 * second signature or id does not hide behind a first.
 */
export function headerValues(headers: WebhookHeaders): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of pairsOf(headers)) {
    const key = name.toLowerCase();
    const before = values.get(key);
    values.set(key, before === undefined ? value.trim() : `${before}, ${value.trim()}`);
  }
  return values;
}

function* pairsOf(headers: WebhookHeaders): Generator<readonly [string, string]> {
  if (!(Symbol.iterator in headers)) {
    for (const [name, value] of Object.entries(headers)) {
      for (const one of typeof value === 'string' ? [value] : (value ?? [])) yield [name, one];
    }
    return;
  }
  let name: string | undefined;
  for (const item of headers) {
    if (typeof item !== 'string') yield item;
    else if (name === undefined) name = item;
    else {
      yield [name, item];
      name = undefined;
    }
  }
}
