import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { PartnerDirectory } from '@dist/connectors/gateway';
import { serve as listen } from '@hono/node-server';
import { followJournal } from './follow-journal.ts';
import { agreements } from './insight/agreement.ts';
import type { Store } from './open-store.ts';
import type { PolicyOf } from './order/order-view.ts';
import { createApp } from './server/create-app.ts';
import { createLive } from './server/live.ts';
import { readPages } from './server/read-pages.ts';

/** A tower that answers. */
export interface Served {
  /** Where: `http://localhost:PORT`. */
  readonly address: string;
  close(): Promise<void>;
}

const built = fileURLToPath(new URL('../.build-web', import.meta.url));

/** Serves a store on loopback, and follows its journal. */
export async function serve(
  store: Store,
  policyOf: PolicyOf,
  port: number,
  partners?: PartnerDirectory,
): Promise<Served> {
  const live = createLive();
  const clock = () => new Date().toISOString();
  const { journal, database } = store;
  const app = createApp(
    { journal, database, policyOf, agreementOf: partners && agreements(partners, clock), live, clock },
    { hosts: ['localhost', '127.0.0.1', '[::1]'], pages: readPages(built) },
  );
  const ending = new AbortController();
  const onError = (error: unknown) => console.error('The journal could not be read; it is tried again:', error);
  const followed = followJournal({ journal, database, live, clock, onError }, ending.signal);
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const one = listen({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(one));
    one.once('error', reject);
  });
  const close = async () => {
    ending.abort();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await followed;
  };
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}
