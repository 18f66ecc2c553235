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
import { type Access, openSignIn } from './sign-in/open-sign-in.ts';

/** A tower that answers. */
export interface Served {
  /** Where: `http://localhost:PORT`, or the public address. */
  readonly address: string;
  close(): Promise<void>;
}

const built = fileURLToPath(new URL('../.build-web', import.meta.url));

/** Milliseconds within which a request has to arrive: its headers, and the whole of it. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** Serves a store, on loopback unless `access` says otherwise, and follows its journal. */
export async function serve(
  store: Store,
  policyOf: PolicyOf,
  port: number,
  { partners, ...access }: Access & { readonly partners?: PartnerDirectory | undefined } = {},
): Promise<Served> {
  const live = createLive();
  const clock = () => new Date().toISOString();
  const { journal, database, runtime } = store;
  const onSweep = (error: unknown) => console.error('Sessions could not be looked through; it is tried again:', error);
  const { close: closeSignIn, ...signedIn } = openSignIn(access, database, clock, onSweep);
  const agreementOf = partners && agreements(partners, clock);
  const tower = { journal, database, policyOf, agreementOf, live, clock, runtime };
  const app = createApp(tower, { ...signedIn, pages: readPages(built), proxies: access.proxies });
  const ending = new AbortController();
  const onError = (error: unknown) => console.error('The journal could not be read; it is tried again:', error);
  const followed = followJournal({ journal, database, live, clock, onError }, ending.signal);
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const { host: hostname = '127.0.0.1' } = access;
    const one = listen({ fetch: app.fetch, port, hostname, serverOptions: patience }, () => resolve(one));
    one.once('error', reject);
  });
  const close = async () => {
    ending.abort();
    closeSignIn();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await followed;
  };
  const address = signedIn.origin ?? `http://localhost:${(server.address() as AddressInfo).port}`;
  return { address, close };
}
