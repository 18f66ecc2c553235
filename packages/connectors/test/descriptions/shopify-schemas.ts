import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { type GraphqlDescription, readSchema } from './graphql-description.ts';

/** What `npm run descriptions` has fetched. */
export const cache = join(import.meta.dirname, '../../../../node_modules/.cache/descriptions');
const cachedShopify = join(cache, 'shopify');
const trimmed = 'shopify/admin-2026-07.o2c.graphql';

interface Found {
  readonly schema: GraphQLSchema;
  readonly source: string;
}

/** The Admin API by version: whole where `npm run descriptions` has fetched it, else a trimmed 2026-07 for every version. */
export const shopifySchemas = {
  /** The versions that are there whole, the oldest first; `unstable` is none of them. */
  versions(): string[] {
    const files = existsSync(cachedShopify) ? readdirSync(cachedShopify) : [];
    return files.flatMap((file) => /^admin_(\d{4}-\d\d)\.json\.gz$/.exec(file)?.[1] ?? []).sort();
  },
  files: (specs: string): string[] => (shopifySchemas.versions().length > 0 ? [cachedShopify] : [join(specs, trimmed)]),
  description(specs: string): GraphqlDescription {
    const known = new Map<string, Found | undefined>();
    return {
      path: /^\/admin\/api\/([^/]+)\/graphql\.json$/,
      provenance: 'official',
      schemaOf: (version = '') => {
        if (!known.has(version)) known.set(version, schemaOf(version, specs));
        return known.get(version);
      },
    };
  },
};

function schemaOf(version: string, specs: string): Found | undefined {
  const file = join(cachedShopify, `admin_${version}.json.gz`);
  if (/^[\w-]+$/.test(version) && existsSync(file)) {
    const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as {
      readonly data: IntrospectionQuery;
    };
    return { schema: buildClientSchema(data, { assumeValid: true }), source: `@shopify/dev-mcp admin_${version}` };
  }
  // Another version than the one that is at hand may be asked for: most of it is the same, and `source` says which it was.
  const path = join(specs, trimmed);
  return existsSync(path) ? { schema: readSchema(readFileSync(path, 'utf8')), source: trimmed } : undefined;
}
