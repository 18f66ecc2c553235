import { validate } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { EventPage } from '../port/events.ts';
import { contractDrift } from './contract-drift.ts';
import { decodeEvent } from './decode-event.ts';
import { eventsWire } from './wire.ts';

/** Pages of `GET /events` until one is empty. A page that does not move on ends the list, so that none is read for ever. */
export async function* listEvents(
  client: VendorClient,
  pageSize: number,
  after = '0',
  call: Call = {},
): AsyncGenerator<EventPage, void, undefined> {
  if (!/^\d{1,15}$/.test(after)) throw new RangeError('a cursor is one that this connector gave');
  let cursor = Number(after);
  for (;;) {
    const query = { after: String(cursor), limit: String(pageSize) };
    const answer = await client.call('read', { method: 'GET', path: '/events', query, operation: 'events.list' }, call);
    if (!answer.ok) return yield { ok: false, failure: answer.failure };
    const page = validate(eventsWire, answer.json);
    if (!page.ok) return yield { ok: false, failure: contractDrift(client, page.issues, true) };
    const { events, next } = page.value;
    if (events.length === 0) return;
    if (!rises(events, cursor, next)) {
      return yield { ok: false, failure: client.fail('contract-drift', `the events after ${cursor} do not move on`) };
    }
    yield {
      ok: true,
      events: events.map((event) => decodeEvent(event, String(event.sequence))),
      next: String(next),
    };
    cursor = next;
  }
}

function rises(events: readonly { readonly sequence: number }[], after: number, next: number): boolean {
  let last = after;
  for (const { sequence } of events) {
    if (sequence <= last) return false;
    last = sequence;
  }
  return last <= next;
}
