import { isJsonNode, jsonNode } from '../../src/drift/json-node.ts';
import { type OperationUses, readUses } from '../../src/drift/uses.ts';
import type { SentRequest } from '../descriptions/check.ts';

/**
 * What requests send that the list of an adapter's uses does not name: `POST /salesOrders sends email`. Options of OData (`$filter`,
 * `cross-company`) are those of every set, and in no list.
 */
export function unlistedUses(
  requests: readonly SentRequest[],
  json: unknown,
  outside: readonly RegExp[] = [],
): readonly string[] {
  const listed = Object.entries(operationsOf(json));
  const found = requests.flatMap(({ method, path, body }) => {
    const { pathname, searchParams } = new URL(path, 'https://a.invalid');
    if (outside.some((one) => one.test(pathname))) return [];
    const [name, uses] = listed.find(([name]) => isNamed(name, method, decodeURIComponent(pathname))) ?? [];
    if (uses === undefined) return [`${method} ${pathname} is not listed`];
    const queries = [...searchParams.keys()].filter((key) => !key.startsWith('$') && key !== 'cross-company');
    const sent = typeof body === 'string' && body !== '' ? pathsOf(JSON.parse(body)) : [];
    return [
      ...queries.filter((key) => !(uses.query ?? []).includes(key)).map((key) => `${name} query ${key}`),
      ...sent.filter((one) => !(uses.sends ?? []).includes(one)).map((one) => `${name} sends ${one}`),
    ];
  });
  return [...new Set(found)];
}

function operationsOf(json: unknown): Readonly<Record<string, OperationUses>> {
  const { parts } = jsonNode(json);
  if (!isJsonNode(parts)) return readUses(json).operations;
  return Object.assign({}, ...Object.keys(parts).map((part) => readUses(json, part).operations));
}

/** `GET /salesOrders` is any address that ends so, with or without a key: `/companies(…)/salesOrders(…)`. */
function isNamed(name: string, method: string, pathname: string): boolean {
  const [own, path = ''] = name.split(' ');
  const pattern = path.split(/\{[^}]*\}/).map((text) => text.replace(/[.$]/g, '\\$&'));
  return own === method && new RegExp(`${pattern.join('[^/]+')}(?:\\(.*\\))?$`).test(pathname);
}

function pathsOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) {
    const inner = value.flatMap((one: unknown) => (isJsonNode(one) ? pathsOf(one, `${at}[]`) : [at]));
    return [...new Set(inner)];
  }
  if (!isJsonNode(value)) return [at];
  // OData 2 wraps a list.
  if (Array.isArray(value['results'])) return pathsOf(value['results'], at);
  return Object.entries(value).flatMap(([name, one]) => pathsOf(one, at === '' ? name : `${at}.${name}`));
}
