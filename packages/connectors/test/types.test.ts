import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Capability,
  type Connector,
  defineConnector,
  errorClasses,
  type Offer,
  type Orders,
  type Ports,
} from '@dist/connectors';
import { referenceErp } from '@dist/connectors/reference-erp';
import { shopify, shopifyPolicy } from '@dist/connectors/shopify';
import { describe, expect, expectTypeOf, it } from 'vitest';

const erp = referenceErp({ baseUrl: 'http://erp.invalid' });
const shop = shopify({ baseUrl: 'https://example.myshopify.com', accessToken: 'made-up', apiVersion: '2026-07' });

describe('a connector', () => {
  it('has the operations that it offers, and says so', () => {
    expect(erp.capabilities).toEqual(['orders.submit', 'orders.find', 'orders.cancel', 'events.list']);
    expect(shop.capabilities).toContain('shipments.publish');
    expectTypeOf<(typeof erp.capabilities)[number]>().toEqualTypeOf<
      'orders.submit' | 'orders.find' | 'orders.cancel' | 'events.list'
    >();
    expectTypeOf<(typeof shop.capabilities)[number]>().toExtend<Capability>();
  });

  it('has no others: an operation that a system does not offer does not compile', () => {
    expectTypeOf(shop.orders).not.toHaveProperty('submit');
    expectTypeOf(shop).not.toHaveProperty('events');
    expectTypeOf(erp).not.toHaveProperty('shipments');
    expectTypeOf<Connector<{ orders: Pick<Orders, 'submit'> }>['orders']>().not.toHaveProperty('cancel');
    // @ts-expect-error a shop takes no orders of ours
    expect(shop.orders.submit).toBeUndefined();
    // @ts-expect-error the reference ERP publishes nothing
    expect(erp.shipments).toBeUndefined();
  });

  it('is taken where fewer operations are asked for', () => {
    expectTypeOf(erp).toExtend<{ readonly orders: Pick<Orders, 'submit' | 'find'> }>();
  });

  it('must say how every operation that changes something is told from its repeat', () => {
    type Policy<Offered extends Offer> = keyof Connector<Offered>['policy']['idempotency'];
    expectTypeOf<Policy<{ shipments: Ports['shipments'] }>>().toEqualTypeOf<'shipments.publish'>();
    expectTypeOf<Policy<{ orders: Ports['orders'] }>>().toEqualTypeOf<
      'orders.submit' | 'orders.cancel' | 'orders.change'
    >();
    expectTypeOf<Policy<{ events: Ports['events'] }>>().toEqualTypeOf<never>();
    const reads = /\.(?:list|find|status|availability|check)$/;
    expect(Object.keys(shop.policy.idempotency).sort()).toEqual(
      shop.capabilities.filter((name) => !reads.test(name)).sort(),
    );
  });

  it('with an operation of no port is refused', () => {
    const offers: Offer & { readonly orders: object } = { orders: Object.assign({}, { guess: () => undefined }) };
    expect(() =>
      defineConnector({ id: 'x', apiVersion: '1', policy: { ...shopifyPolicy, idempotency: {} } as never, offers }),
    ).toThrow('orders.guess is no capability');
  });
});

describe('the table of error classes', () => {
  it('stands in the README as it is', () => {
    const page = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (yes|no) \| (yes|no) \| ([a-z ]+) \| ([a-z-]+) \|$/gm)];
    const said = (holds: boolean) => (holds ? 'yes' : 'no');
    expect(rows.map((row) => row.slice(1))).toEqual(
      Object.entries(errorClasses).map(([name, { retryable, safeToReplay, owner, impact }]) => [
        name,
        said(retryable),
        said(safeToReplay),
        owner,
        impact,
      ]),
    );
  });

  it('makes only a lost or unreadable answer unsafe to send again', () => {
    const unsafe = Object.entries(errorClasses).filter(([, rule]) => !rule.safeToReplay);
    expect(unsafe.map(([name]) => name)).toEqual(['timeout-unknown', 'contract-drift']);
  });

  it('tries nothing again that a person must end', () => {
    const retryable = Object.entries(errorClasses).filter(([, rule]) => rule.retryable);
    expect(retryable.map(([name, { impact }]) => `${name}: ${impact}`)).toEqual([
      'rate-limited: delayed',
      'concurrency-limited: delayed',
      'unavailable: delayed',
      'timeout-unknown: in-doubt',
    ]);
  });
});
