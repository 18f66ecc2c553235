import { basic } from '@dist/connectors';
import { fakeNetsuite, fakeS4hana } from '@dist/connectors/fakes';
import { netsuite } from '@dist/connectors/netsuite';
import type { RoutedSystem } from '@dist/connectors/router';
import { s4hana } from '@dist/connectors/s4hana';

/** The two ERPs of the move, and how many orders each has. */
export interface MadeUpErps {
  readonly systems: { readonly legacy: RoutedSystem; readonly new: RoutedSystem };
  readonly orders: () => Promise<{ readonly legacy: number; readonly new: number }>;
}

/** The real connectors in front of stand-ins for both ERPs, in memory: NetSuite is the old one, S/4HANA the new one. */
export function madeUpErps(customers: readonly string[]): MadeUpErps {
  const catalog = { customers: customers.map((number) => ({ number, name: `${number} (sample)` })) };
  const [old, young] = [fakeNetsuite(catalog), fakeS4hana(catalog)];
  return {
    systems: {
      legacy: netsuite({
        account: '1234567',
        credentials: { kind: 'token', consumerKey: 'ck', consumerSecret: 'cs', token: 'tk', tokenSecret: 'ts' },
        units: { '1': 'C62' },
        fetch: async (url, init) => await old.handle(new Request(url, init)),
      }),
      new: s4hana({
        baseUrl: 'https://s4hana.invalid',
        auth: basic('COMM_USER', 'a password'),
        rejectionReason: '61',
        fetch: async (url, init) => await young.handle(new Request(url, init)),
      }),
    },
    orders: async () => ({ legacy: await old.orders(), new: await young.orders() }),
  };
}
