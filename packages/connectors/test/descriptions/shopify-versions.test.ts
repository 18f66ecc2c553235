import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { absent } from './descriptions.ts';
import { checkDocument } from './graphql-description.ts';
import { shopifySchemas } from './shopify-schemas.ts';
import { specs } from './systems.ts';

const folder = join(import.meta.dirname, '../../src/shopify');
const cached = shopifySchemas.versions();
const versions = cached.length > 0 ? cached : ['2026-07'];
const reason = absent('shopify');
const whole =
  cached.length > 0 ? 'every stable version' : 'a trimmed 2026-07: npm run descriptions fetches every stable version';

/** Operations that ask for what the trimmed schema has left out. */
const beyondTrimmed: ReadonlySet<string> = new Set([
  'JobState',
  'ShopHealth',
  'PeopleByText',
  'PersonById',
  'BeginEdit',
  'SetEditQuantity',
  'CommitEdit',
  'OrderLines',
  'OrdersByChange',
  'OrderStatus',
]);

/** Every operation that a module of the adapter exports. */
const documents = await documentsOf(folder);

describe.skipIf(reason !== false)(`the operations of the Shopify adapter (${reason || whole})`, () => {
  const { schemaOf } = shopifySchemas.description(specs);
  const rows = versions.flatMap((version) =>
    documents
      .filter(({ name, since }) => version >= since && (cached.length > 0 || !beyondTrimmed.has(name)))
      .map(({ name, text }) => ({ version, name, text })),
  );

  it.each(rows)('$version has all of $name', ({ version, text }) => {
    const found = schemaOf(version);
    // Variables are those of each call; here they are left out.
    const faults = found === undefined ? [] : checkDocument(found.schema, text);
    expect(faults.filter(({ at }) => at !== 'body.variables')).toEqual([]);
  });

  it.skipIf(!cached.includes('2025-10'))('refuses in 2025-10 what came later (skipped where it is not fetched)', () => {
    const text = 'query Q { order(id: "gid://shopify/Order/1") { cartToken } }';
    const faultsIn = (version: string) => checkDocument(schemaOf(version)?.schema ?? nowhere(), text);
    expect(faultsIn('2026-07')).toEqual([]);
    expect(faultsIn('2025-10')).toEqual([expect.objectContaining({ kind: 'graphql' })]);
  });
});

describe('the operations', () => {
  it('are found', () => {
    expect(documents.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['OrderFulfillments', 'FulfillmentLines']),
    );
  });
});

function nowhere(): never {
  throw new RangeError('this version is not at hand');
}

/** `since` is the first version that has the operation. */
async function documentsOf(path: string): Promise<{ name: string; text: string; since: string }[]> {
  const files = readdirSync(path).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file): Promise<object> => import(join(path, file))));
  return modules
    .flatMap((one) => Object.values(one))
    .flatMap((value: unknown) =>
      isDocument(value) ? [{ name: value.name, text: value.text, since: value.since ?? '' }] : [],
    );
}

function isDocument(
  value: unknown,
): value is { readonly name: string; readonly text: string; readonly since?: string } {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('name' in value)) return false;
  return (
    typeof value.text === 'string' && typeof value.name === 'string' && /^\s*(?:query|mutation)\b/.test(value.text)
  );
}
