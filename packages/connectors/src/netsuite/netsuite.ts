import type { Facts, Overlay, PartnerMap } from '@dist/mapping';
import type { Authorizer } from '../auth/authorizer.ts';
import { oauth1 } from '../auth/oauth1.ts';
import type { SigningAlgorithm } from '../auth/private-key.ts';
import { type PrivateKeyProof, privateKeyProof } from '../auth/private-key-proof.ts';
import { tokenAuthorizer } from '../auth/token-authorizer.ts';
import type { TokenCache } from '../auth/token-cache.ts';
import { itemUnit } from '../codec/item-unit.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import type { Codecs } from '../order/compiled-order-map.ts';
import { orderEncoder } from '../order/order-encoder.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { HealthCheck } from '../port/health.ts';
import type { Inventory } from '../port/inventory.ts';
import type { Invoices } from '../port/invoices.ts';
import type { Customers, Items } from '../port/look-up.ts';
import type { Orders } from '../port/orders.ts';
import type { Shipments } from '../port/shipments.ts';
import { cancelSalesOrder } from './cancel-sales-order.ts';
import { changeSalesOrder } from './change-sales-order.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { findAvailability } from './find-availability.ts';
import { findCustomer } from './find-customer.ts';
import { findItem } from './find-item.ts';
import { fulfillmentList } from './fulfillment-list.ts';
import { invoiceList } from './invoice-list.ts';
import { listTransactions } from './list-transactions.ts';
import { localTime } from './local-time.ts';
import { netsuiteErrors } from './netsuite-errors.ts';
import { netsuitePolicy } from './netsuite-policy.ts';
import { orderFacts } from './order-facts.ts';
import { publishShipment } from './publish-shipment.ts';
import { readSalesOrder } from './read-sales-order.ts';
import salesOrder from './sales-order.json' with { type: 'json' };
import { submitSalesOrder } from './submit-sales-order.ts';
import { suiteql } from './suiteql.ts';
import { zoneClock } from './zone-clock.ts';

/** Who asks. Machine to machine by a certificate, or token-based authentication for an integration that has it. */
export type NetsuiteCredentials =
  | {
      readonly kind: 'machine';
      readonly clientId: string;
      /** The id that NetSuite gave the certificate, and its private key (PKCS #8 in PEM, or a key of WebCrypto). */
      readonly certificateId: string;
      readonly privateKey: PrivateKeyProof['key'];
      /** `PS256` when absent. */
      readonly algorithm?: SigningAlgorithm | undefined;
    }
  | {
      readonly kind: 'token';
      readonly consumerKey: string;
      readonly consumerSecret: string;
      readonly token: string;
      readonly tokenSecret: string;
    };

export interface NetsuiteSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** The account's id as NetSuite shows it: `1234567`, `1234567_SB1`. */
  readonly account: string;
  readonly credentials: NetsuiteCredentials;
  /** The seller's units (UN/ECE) by NetSuite's internal ids of units: `{ '1': 'C62', '3': 'XCS' }`. */
  readonly units: Readonly<Record<string, string>>;
  /**
   * Column of the lines of a sales order that holds the buyer's line id, made in the account: `custcol_buyer_line`. Without
   * one NetSuite's own line numbers are told, and a check of health warns of it; where it is empty on a line, `netsuite:4`.
   */
  readonly lineField?: string | undefined;
  /** Time zone of the account's user, in which SuiteQL gives times; `UTC` when absent. */
  readonly timeZone?: string | undefined;
  /** Where tokens are kept; in memory when absent. */
  readonly cache?: TokenCache | undefined;
  /** Most records in one page of a list; 100 when absent. */
  readonly pageSize?: number | undefined;
  /** The account's own fields, laid over the map `netsuite/sales-order.json`. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** What the overlays name beside the codecs of the map: some of `@dist/connectors/codecs`, or your own. */
  readonly codecs?: Codecs | undefined;
  /** Master data that the map asks for beside items, units and currency: `customer`, `shipTo`. */
  readonly facts?: Facts | undefined;
  /** In place of `https://<account>.suitetalk.api.netsuite.com`. */
  readonly baseUrl?: string | undefined;
}

/** NetSuite by its REST web services and SuiteQL. */
export type Netsuite = Connector<{
  readonly orders: Pick<Orders, 'submit' | 'find' | 'status' | 'cancel' | 'change'>;
  readonly inventory: Pick<Inventory, 'availability'>;
  readonly shipments: Shipments;
  readonly invoices: Pick<Invoices, 'list'>;
  readonly customers: Customers<'id' | 'number' | 'email' | 'name'>;
  readonly items: Items<'id' | 'sku' | 'gtin'>;
  readonly health: HealthCheck;
}>;

const noLineField =
  'lineField is not set: line ids are the line numbers of NetSuite (1, 4, 7), which are not those of the buyer. Make a column for them (custcol_…) and name it';

/** Connects to one account. Throws a TypeError when a setting cannot be right. */
export function netsuite(settings: NetsuiteSettings): Netsuite {
  const { units, lineField, timeZone = 'UTC', pageSize = 100, facts = {}, now = Date.now } = settings;
  if (lineField !== undefined && !/^custcol\w{1,40}$/.test(lineField)) throw new TypeError('lineField is a custcol…');
  const client = clientOf(settings);
  const words: NetsuiteWords = { units, lineField };
  const encoder = orderEncoder(salesOrder as PartnerMap, settings.overlays, { ...settings.codecs, itemUnit });
  const pages = { pageSize, now, clock: zoneClock(localTime(timeZone)) };
  const read = async (key: string, operation: string, call: Parameters<Orders['find']>[1]) => {
    const found = await readSalesOrder(client, words, { key, operation }, call);
    return found.status === 'found' ? ({ status: 'found', order: found.order } as const) : found;
  };
  return defineConnector({
    id: 'netsuite',
    apiVersion: 'v1',
    policy: netsuitePolicy,
    offers: {
      orders: {
        submit: (order, call) => {
          const factsOf = async () => {
            const found = await orderFacts(client, units, order, call);
            return found.ok ? { ...found, facts: { ...found.facts, ...facts } } : found;
          };
          return submitSalesOrder({ client, encoder, words, factsOf }, order, call);
        },
        find: (externalReference, call) => read(`eid:${externalReference}`, 'orders.find', call),
        status: (number, call) => read(number, 'orders.status', call),
        cancel: (order, call) => cancelSalesOrder(client, words, order, call),
        change: (revision, call) => changeSalesOrder(client, words, revision, call),
      },
      inventory: {
        availability: (query, call) =>
          findAvailability(client, units, query, { ...call, now: new Date(now()).toISOString() }),
      },
      shipments: {
        publish: (notice, call) => publishShipment(client, words, notice, call),
        list: (start, call = {}) => listTransactions(client, { ...fulfillmentList(words), ...pages }, start, call),
      },
      invoices: {
        list: (start, call = {}) => listTransactions(client, { ...invoiceList(words), ...pages }, start, call),
      },
      customers: { find: (key, call) => findCustomer(client, key, call) },
      items: { find: (key, call) => findItem(client, units, key, call) },
      health: {
        check: async (call) => {
          const q = 'SELECT currency.id AS id FROM currency ORDER BY currency.id';
          const answer = await suiteql(client, { q, limit: 1, offset: 0, operation: 'health.check' }, call);
          if (!answer.ok) return { status: 'failed', failure: answer.failure };
          return { status: 'well', warnings: lineField === undefined ? [noLineField] : [] };
        },
      },
    },
  });
}

/** A host has the account's id in small letters with a hyphen, the realm of OAuth 1 has it in capitals with an underscore. */
function clientOf(settings: NetsuiteSettings) {
  const { account } = settings;
  if (!/^[A-Za-z0-9]{1,20}([_-][A-Za-z0-9]{1,10})?$/.test(account))
    throw new TypeError('account is an id such as 1234567_SB1');
  const host = account.toLowerCase().replace('_', '-');
  const baseUrl = settings.baseUrl ?? `https://${host}.suitetalk.api.netsuite.com`;
  const auth = authOf(settings, baseUrl.replace(/\/$/, ''));
  return vendorClient({
    ...settings,
    policy: netsuitePolicy,
    address: { baseUrl },
    auth,
    errorOf,
    errors: netsuiteErrors,
  });
}

function authOf(settings: NetsuiteSettings, baseUrl: string): Authorizer {
  const { credentials, account } = settings;
  if (credentials.kind === 'token') {
    const { kind: _, ...keys } = credentials;
    return oauth1({ ...keys, now: settings.now, realm: account.toUpperCase().replace('-', '_') });
  }
  const tokenUrl = `${baseUrl}/services/rest/auth/oauth2/v1/token`;
  const { clientId, certificateId, privateKey, algorithm = 'PS256' } = credentials;
  const proof: PrivateKeyProof = {
    kind: 'private-key',
    key: privateKey,
    algorithm,
    keyId: certificateId,
    claims: { aud: tokenUrl, scope: ['rest_webservices'] },
  };
  const asked = { tokenUrl, clientId, proof, grant: { type: 'client_credentials' }, lifetimeSeconds: 3600 } as const;
  return tokenAuthorizer({ ...settings, name: netsuitePolicy.name, ...asked }, () => privateKeyProof(proof));
}

/** `{ title, status, "o:errorDetails": [{ detail, "o:errorCode", "o:errorPath" }] }`: the first of them decides, all are told. */
function errorOf(json: unknown): VendorError | undefined {
  const details = fieldOf(json, 'o:errorDetails');
  if (!Array.isArray(details)) return { message: textOf(fieldOf(json, 'title')) };
  const texts = details.map((detail) =>
    [textOf(fieldOf(detail, 'detail')), textOf(fieldOf(detail, 'o:errorPath'))]
      .filter((text) => text !== undefined)
      .join(' at '),
  );
  return { code: textOf(fieldOf(details[0], 'o:errorCode')), message: texts.join('; ') };
}
