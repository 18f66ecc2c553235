import { type Issue, type Remittance, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import { circleGuard } from '../paging/circle-guard.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import { decodePayment, lastSecond, type PaymentWords } from './decode-payment.ts';

const listWire = z.looseObject({
  data: z.array(z.looseObject({ id: z.string().min(1), created: z.int().nonnegative() })),
  has_more: z.boolean(),
});

/** A walk from the newest payment down to an instant: where it ends, the newest that it saw, and how far it is. */
interface Walk {
  readonly since: number;
  readonly newest: number;
  readonly after: string;
}

interface ListSettings {
  readonly words: PaymentWords;
  readonly pageSize: number;
  /** Seconds between the making of a payment and the latest success. */
  readonly settleSeconds: number;
}

/**
 * Payments that succeeded, newest first: Stripe lists them by when they were made and from the newest on, so that what comes
 * meanwhile moves nothing. A payment may succeed days after it was made, and a list therefore begins as much earlier; what
 * was given before comes again and is known by its trace number. A list that goes on first ends the walk that it belongs to.
 */
export async function* listPayments(
  client: VendorClient,
  settings: ListSettings,
  start: ListStart | undefined,
  call: Call = {},
): AsyncGenerator<Page<Remittance>, void, undefined> {
  let walk = walkOf(start, settings);
  let resumed = walk.after !== '';
  let leadsBack = circleGuard(walk.after);
  for (;;) {
    const page = await readPage(client, settings, walk, call);
    if (!page.ok) return yield { ok: false, failure: page.failure };
    const { after } = page.walk;
    if (!page.ended && leadsBack(after)) {
      const text = `the pages lead back to ${after}`;
      return yield { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    if (page.ended) leadsBack = circleGuard('');
    walk = page.ended ? nextWalk(page.walk, settings) : page.walk;
    if (page.items.length + page.unreadable.length > 0) {
      const { items, unreadable } = page;
      yield { ok: true, items, unreadable, next: cursorOf(walk) };
    }
    if (page.ended && !resumed) return;
    if (page.ended) resumed = false;
  }
}

function walkOf(start: ListStart | undefined, { settleSeconds }: ListSettings): Walk {
  if (start === undefined) return { since: 0, newest: 0, after: '' };
  if ('from' in start) {
    const from = Math.floor(Date.parse(start.from) / 1000);
    if (Number.isNaN(from)) throw new RangeError('a list begins at an instant');
    return { since: Math.max(from - settleSeconds, 0), newest: from, after: '' };
  }
  const [, since, newest, after] = /^(\d{1,12})\.(\d{1,12})\.(\w{0,100})$/.exec(start.after) ?? [];
  if (after === undefined) throw new RangeError('a cursor is one that this list gave');
  return { since: Number(since), newest: Number(newest), after };
}

const cursorOf = ({ since, newest, after }: Walk): string => `${since}.${newest}.${after}`;

/** Only the newest that was seen counts: what came during the walk is above it. */
function nextWalk({ newest }: Walk, { settleSeconds }: ListSettings): Walk {
  return { since: Math.max(newest - settleSeconds, 0), newest, after: '' };
}

async function readPage(client: VendorClient, settings: ListSettings, walk: Walk, call: Call) {
  const { words, pageSize } = settings;
  const query = {
    limit: String(pageSize),
    ...(walk.since === 0 ? {} : { 'created[gte]': String(walk.since) }),
    ...(walk.after === '' ? {} : { starting_after: walk.after }),
  };
  const request = { method: 'GET', path: '/payment_intents', query, operation: 'payments.list' } as const;
  const answer = await client.call('read', request, call);
  if (!answer.ok) return answer;
  const read = validate(listWire, answer.json);
  const text = (message: string) => client.fail('contract-drift', message, { safeToReplay: true });
  if (!read.ok) {
    const failure = text(`the list cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`);
    return { ok: false, failure } as const;
  }
  const { data, has_more: hasMore } = read.value;
  const after = data.at(-1)?.id ?? '';
  if (hasMore && (after === '' || after === walk.after))
    return { ok: false, failure: text(`the page after ${walk.after} leads to itself`) } as const;
  const items: Remittance[] = [];
  const unreadable: { readonly id: string; readonly issues: readonly Issue[] }[] = [];
  for (const one of data) {
    const payment = decodePayment(one, words);
    if (!payment.ok) unreadable.push({ id: one.id, issues: payment.issues });
    else if (payment.value !== undefined) items.push(payment.value);
  }
  const newest = Math.max(walk.newest, ...data.map(({ created }) => (created > lastSecond ? 0 : created)));
  return { ok: true, items, unreadable, ended: !hasMore, walk: { ...walk, newest, after } } as const;
}
