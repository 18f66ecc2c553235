import type { Fetch } from '@dist/connectors';
import { type AcumaticaSettings, acumatica } from '@dist/connectors/acumatica';
import { fakeAcumatica } from '@dist/connectors/fakes';
import { application, order } from './subject.ts';

export const call = { key: 'k', externalReference: 'northfield.4711' };
export const baseUrl = 'https://tenant.acumatica.invalid';
const root = '/entity/Default/24.200.001';

/** A tenant, what was sent to it, and how long was waited between looks. */
export function world(change: Partial<AcumaticaSettings> & { readonly looks?: number } = {}) {
  const fake = fakeAcumatica({ looks: change.looks });
  const sent: Request[] = [];
  const waited: number[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return await fake.handle(request);
  };
  const wait = async (milliseconds: number) => {
    waited.push(milliseconds);
  };
  const connect = () => acumatica({ baseUrl, credentials: application, fetch, wait, ...change });
  return { fake, sent, waited, connect, erp: connect() };
}

/** Requests by method and path, without the endpoint. */
export const pathsOf = (sent: readonly Request[]) =>
  sent.map(({ method, url }) => `${method} ${new URL(url).pathname.replace(root, '')}`);

/** The same, with one order. */
export async function made(change: Parameters<typeof world>[0] = {}) {
  const all = world(change);
  await all.erp.orders.submit(order, call);
  const [stored] = all.fake.state.orders;
  if (stored === undefined) throw new Error('no order');
  return { ...all, stored };
}
