import type { ProfileDocument } from '../profile/profile-document.ts';
import { own } from '../run/own.ts';

/** What is wrong with a document by what one of it is made for (R14), as a sentence; undefined where nothing is. */
export function cardinalityFault(per: NonNullable<ProfileDocument['per']>, document: unknown): string | undefined {
  switch (per) {
    case 'order':
      return several('orders', orders(document));
    case 'orderAndStore':
      return several('orders', orders(document)) ?? several('stores', stores(document));
    case 'pallet':
    case 'carton':
      return several(`${per}s`, units(document, per));
    case 'shipment':
    case 'truck':
      return several('shipments', own(document, 'kind') === 'invoice' ? list(document, 'shipmentIds') : []);
  }
}

function several(what: string, found: readonly unknown[]): string | undefined {
  const different = new Set(found.map((one) => JSON.stringify(one)));
  return different.size > 1 ? `one document holds ${different.size} ${what}: ${[...different].join(', ')}` : undefined;
}

function orders(document: unknown): unknown[] {
  const named = [document, ...list(document, 'items'), ...list(document, 'lines')];
  return named.flatMap((one) => own(one, 'orderNumber') ?? []);
}

/** One ship-to is one store; what lies in the shipment may name stores within it. */
function stores(document: unknown): unknown[] {
  return [...list(document, 'items'), ...list(document, 'lines')].flatMap((one) => own(one, 'location') ?? []);
}

function units(document: unknown, type: string): unknown[] {
  return list(document, 'units').flatMap((unit) => (own(unit, 'type') === type ? [own(unit, 'unitId')] : []));
}

function list(document: unknown, key: string): readonly unknown[] {
  const found = own(document, key);
  return Array.isArray(found) ? found : [];
}
