import type { Fetch } from '@dist/connectors';
import { fakeOracleFusion } from '@dist/connectors/fakes';
import { type OracleFusionSettings, oracleFusion } from '@dist/connectors/oracle-fusion';
import { order, settings } from './subject.ts';

export const call = { key: 'k', externalReference: 'northfield.4711' };
const root = '/fscmRestApi/resources/11.13.18.05';

/** What was sent: its method, its path without the root, its query and its body. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly body: unknown;
}

/** An environment, and what was sent to it; `answer` takes the place of the fake for what it answers. */
export function world(
  change: Partial<OracleFusionSettings> & { readonly answer?: (sent: Sent) => Response | undefined } = {},
) {
  const fake = fakeOracleFusion();
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    const { pathname, searchParams } = new URL(url);
    const text = await request.clone().text();
    const one = {
      method: request.method,
      path: pathname.replace(root, ''),
      query: Object.fromEntries(searchParams),
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    sent.push(one);
    return change.answer?.(one) ?? (await fake.handle(request));
  };
  const { answer: _, ...others } = change;
  return { fake, sent, erp: oracleFusion({ ...settings, fetch, ...others }) };
}

/** The same, with one order of 24 pieces. */
export async function made(change: Parameters<typeof world>[0] = {}) {
  const all = world(change);
  await all.erp.orders.submit(order, call);
  const [stored] = all.fake.state.orders;
  if (stored === undefined) throw new Error('no order');
  all.sent.length = 0;
  return { ...all, stored, number: stored.OrderNumber };
}

export const pieces = (value: string, lineId = '1') => ({ lineId, quantity: { value, unit: 'C62' } });
