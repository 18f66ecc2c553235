import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { descriptionDrift } from '../../src/drift/description-drift.ts';
import { isJsonNode, jsonNode } from '../../src/drift/json-node.ts';
import { readUses } from '../../src/drift/uses.ts';
import { cache } from '../descriptions/shopify-schemas.ts';
import { specs } from '../descriptions/systems.ts';
import { fieldListEdmx } from './field-list-edmx.ts';

const sources = join(import.meta.dirname, '../../src');

/** Each list of uses of an adapter, by its system and part. */
const lists = readdirSync(sources)
  .filter((system) => existsSync(join(sources, system, 'uses.json')))
  .flatMap((system) => {
    const json: unknown = JSON.parse(readFileSync(join(sources, system, 'uses.json'), 'utf8'));
    const parts = jsonNode(json)['parts'];
    const names = isJsonNode(parts) ? Object.keys(parts) : [undefined];
    return names.map((part) => ({ system, part, json }));
  });

describe('the lists of what adapters use', () => {
  it('name what is in the descriptions (each where its description is at hand)', () => {
    const unknown = lists.flatMap(({ system, part, json }) => {
      const uses = readUses(json, part);
      const text = descriptionOf(system, part);
      const changes = text === undefined ? [] : descriptionDrift(text, text, uses);
      return changes.map(({ kind, operation, at }) => `${system} ${part ?? ''}: ${kind} ${operation} ${at}`);
    });
    expect(unknown).toEqual([]);
  });
});

/** Adapters whose descriptions stand under another name. */
const folders: Readonly<Record<string, string>> = {
  'amazon-seller': 'amazon-sp-api',
  'amazon-vendor': 'amazon-sp-api',
  payments: 'stripe',
  s4hana: 'sap-s4',
  tms: 'shipengine',
};

/** The whole of Shopify's, where it is fetched; of the others the file that is called like the part, or the only one. */
function descriptionOf(system: string, part: string | undefined): string | undefined {
  const whole = join(cache, 'shopify/admin_2026-07.json.gz');
  // A trimmed schema has left out some of what is used.
  if (system === 'shopify') return existsSync(whole) ? gunzipSync(readFileSync(whole)).toString('utf8') : undefined;
  const folder = join(specs, folders[system] ?? system);
  if (!existsSync(folder)) return undefined;
  if (system === 'business-central') return fieldListEdmx(readFileSync(join(folder, 'v2.0-o2c.fields.json'), 'utf8'));
  const files = readdirSync(folder).filter(
    (file) =>
      /\.(?:json|graphql|edmx)$/.test(file) &&
      !/\.(?:fields|operations|generated\.openapi)\.json$|^operations\.json$/.test(file),
  );
  const found = part === undefined ? files : files.filter((file) => file.startsWith(`${part}.`));
  const [only] = found;
  return found.length === 1 && only !== undefined ? readFileSync(join(folder, only), 'utf8') : undefined;
}
