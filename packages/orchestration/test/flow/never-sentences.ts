import { add, compare, equals } from '@dist/canonical/arithmetic';
import type { EffectBody, OrderEvent } from '@dist/orchestration';
import type { FlowNever, FlowStory } from '@dist/orchestration/testing';

type Is = (story: FlowStory) => boolean;
type Document = Extract<EffectBody, { readonly type: 'document.send' }>;

/** What must never be true, after any step, by the sentence of the scenario. */
const sentences: Readonly<Record<string, Is>> = {
  // changes
  'the 860 rejected while its time has not run out': answers865('rejected'),
  'an order made from the 860 alone': (story) => fact(story, 'order.captured') === undefined && submits(story) > 0,
  '20 units': ordered('20'),
  'an 865 for sequence 3 yet': (story) => documents(story, '865').length > 1,
  '6 units': ordered('6'),
  '18 units': ordered('18'),
  'the ERP order cancelled before the warehouse answered': (story) =>
    issued(story, 'erp.cancel') && fact(story, 'warehouse.cancelResult') === undefined,
  'an 865 that accepts': answers865('accepted'),
  'no 856 for goods that left': (story) =>
    fact(story, 'shipment.posted') !== undefined && documents(story, '856').length === 0,
  // fulfilment
  'line 1 on the second notice': (story) =>
    rows(story, '856').some((row) => row.document === 'S2' && row.lineId === '1'),
  '4 CA invoiced twice': (story) => more(total(story, '810', '2'), '6'),
  'an 810 for 30 without a decision': (story) => documents(story, '810').length > 0,
  'a notice that says 24 while 30 left': (story) => rows(story, '856').some((row) => row.quantity === '24'),
  'open = -6': ({ order }) => order.lines.some((line) => compare(line.open, '0') < 0),
  'phase backordered': ({ order }) => order.phase === 'backordered',
  'a later shipment of the 9': (story) => more(total(story, '856', '1'), '15'),
  'IB in the 855': (story) => answersOf(story, '855').includes('backordered'),
  '24 on the notice': (story) => rows(story, '856').some((row) => row.quantity === '24'),
  'a back-order of 3': ({ order }) => order.lines.some((line) => equals(line.backordered, '3')),
  'one item level of 18': (story) => rows(story, '856').some((row) => row.quantity === '18'),
  // load
  'a notice per order': (story) => documents(story, '856').length > 1,
  'a notice without SMP1403': (story) =>
    documents(story, '856').some((content) => !JSON.stringify(content).includes('SMP1403')),
  '20 units of SMP1401': (story) =>
    documents(story, '856').some(
      (content) =>
        content.kind === 'shipment' &&
        more(
          content.items
            .filter((item) => item.orderNumber === 'SMP1401')
            .reduce((sum, item) => add(sum, item.quantity.value), '0'),
          '10',
        ),
    ),
  // lost and late
  'a second submit before a look-up answered': (story) =>
    attempts(story) > 1 && fact(story, 'erp.notFound') === undefined,
  'an order parked although the look-up was clear': ({ order }) => order.phase === 'parked',
  'an automatic re-send of unchanged content': sentAgainByNobody,
  'the original due time moved': ({ order }) =>
    ![undefined, '2026-01-16T16:00:00.000Z'].includes(order.state.timers['856/S1']),
  'a second 810': (story) => documents(story, '810').length > 1,
  'a second alert after the late 997': ({ order }) =>
    order.events.at(-1)?.type === 'acknowledgment.received' && order.notes.some(({ type }) => type === 'sla.breached'),
  '0001 or 0003 sent again': ({ order }) => Object.keys(order.state.effects).some((key) => /810\/I[13]#/.test(key)),
  'version 1 overwriting version 2': (story) => {
    const second = story.order.events.some((event) => event.type === 'order.captured' && event.revision === 2);
    const known = fact(story, 'order.captured');
    return second && known?.type === 'order.captured' && known.revision !== 2;
  },
  'two ERP orders': (story) => submits(story) > 1,
  'an 810 before 15:00': ({ issued: all }) =>
    all.some(
      ({ at, effect: { body } }) =>
        body.type === 'document.send' && body.document === '810' && at < '2026-01-16T20:00:00.000Z',
    ),
  // money
  'INV5 re-sent with 72.00': (story) =>
    invoices(story).some((invoice) => invoice.number === 'INV5' && !equals(invoice.total, '78')),
  'the number INV5 used again': (story) => invoices(story).filter(({ number }) => number === 'INV5').length > 1,
  'applied twice': (story) => {
    const advised = facts(story, 'payment.advised').map((event) => event.type === 'payment.advised' && event.invoice);
    return new Set(advised).size < advised.length;
  },
  'the 7.80 lost': (story) =>
    facts(story, 'payment.advised').some(
      (event) => event.type === 'payment.advised' && event.invoice === 'INV1' && event.deductions === undefined,
    ),
  'phase closed on the advice alone': ({ order }) => order.phase === 'closed',
  'a credit on receipt, before inspection': (story) => credits(story) && !inspected(story),
  'a credit for 6': (story) => memos(story).some((memo) => memo.lines.some(({ quantity }) => quantity.value === '6')),
  'a credit above what was invoiced': ({ order }) => order.lines.some((line) => compare(line.invoiced, '0') < 0),
  '41.00': (story) => invoices(story).some((invoice) => equals(invoice.total, '41')),
  'over-ship of 193.45': ({ order }) => order.lines.some((line) => equals(line.over, '193.45')),
  '834.14': (story) => invoices(story).some((invoice) => equals(invoice.total, '834.14')),
  '300.00 or 190.00 applied': (story) => facts(story, 'payment.advised').length > 0 || issued(story, 'erp.cash'),
  // price
  'a hold': ({ order }) => Object.keys(order.state.holds).length > 0,
  '3.28 invoiced': (story) => says(story, '3.28'),
  'a silent 3.60': (story) => submits(story) > 0,
  'a silent 3.25': (story) => submits(story) > 0,
  '72 CA': (story) => allRows(story).some((row) => row.quantity === '72' && row.unit === 'XCS'),
  '6 EA': (story) => allRows(story).some((row) => row.quantity === '6' && row.unit === 'EA'),
  '72 x 41.40': (story) => invoices(story).some((invoice) => equals(invoice.total, '2980.8')),
  'a pack size of 1': (story) => submits(story) > 0,
  '5 EA': (story) => submits(story) > 0,
  // resent
  'a second ERP order': (story) => submits(story) > 1,
  'a second 855 unless the profile asks for it': (story) => documents(story, '855').length > 1,
  '30 or 54 units in the ERP': (story) => ordered('30')(story) || ordered('54')(story),
  'a second order': (story) => story.orders.size > 1 || submits(story) > 1,
  'shipped 25 of ordered 20 without a decision': ordered('20'),
  'un-shipping': (story) =>
    fact(story, 'shipment.posted') !== undefined &&
    fact(story, 'order.captured') !== undefined &&
    story.order.lines.some((line) => line.shipped !== '25'),
  // running
  'a duplicate hold': ({ orders }) => [...orders.values()].some(({ state }) => Object.keys(state.holds).length > 0),
  'the 997 acceptance taken as final': ({ order }) =>
    order.events.some((event) => event.type === 'acknowledgment.received' && event.by === '824') &&
    order.state.effects[`${order.state.id}/810/INV1`]?.status === 'done',
  'an automatic re-send': sentAgainByNobody,
  'a second 856 at 12:00': (story) => documents(story, '856').length > 1,
  'an endless retry': (story) => attempts(story) > 5,
  'class pricing by guess': ({ order }) =>
    Object.values(order.state.effects).some((entry) => entry.class === 'pricing'),
  'an 855 that accepts silently': (story) => documents(story, '855').length > 0,
  'an address guessed from the name': (story) => submits(story) > 0,
  // What is sent back for the file is the gateway's; the machine must not refuse the order for it.
  '997 rejected for it': ({ order }) => order.phase === 'invalid',
  '0A or 1 for 00A': (story) => {
    const known = fact(story, 'order.captured');
    return known?.type === 'order.captured' && known.order.lines[0]?.lineId !== '00A';
  },
  'two lines merged into one': (story) => {
    const known = fact(story, 'order.captured');
    return known?.type === 'order.captured' && known.order.lines.length !== 3;
  },
  // split
  'an 855 before part 0013 is decided': (story) =>
    documents(story, '855').length > 0 && !('erp.accepted/0013' in story.order.state.facts),
  'a resubmit of 0012 or 0014 because 0013 was in doubt': ({ issued: all }) =>
    all.some(({ effect }) => /erp\.submit\/001[24]$/.test(effect.key) && effect.attempt > 1),
  'three 855': (story) => documents(story, '855').length > 1,
  '12 units given to any store': (story) => submits(story) > 0,
  'the line cut to 48': ordered('48'),
  'the second 0012 overwriting the first': (story) => partHas(story, '0012', '12'),
  'two ERP orders for 0012': ({ issued: all }) =>
    all.filter(({ effect }) => /erp\.submit\/0012$/.test(effect.key)).length > 1,
  // time
  '2026-03-08T10:00:00-04:00 (23 h)': dueAt('855', '2026-03-08T14:00:00.000Z'),
  'a start on Saturday': dueAt('856/S1', '2026-01-19T02:30:00.000Z', '2026-01-20T18:30:00.000Z'),
  '2026-01-18': ({ order }) => (order.state.timers['856/S1'] ?? '').startsWith('2026-01-18'),
  'due at 14:30': dueAt('855', '2026-01-15T19:30:00.000Z'),
  'SMP1803 in both': ({ issued: all }) => {
    const lanes = all.filter(({ effect }) => effect.order.endsWith('SMP1803') && effect.lane.startsWith('erp:'));
    return new Set(lanes.map(({ effect }) => effect.lane)).size > 1;
  },
  'the change sent to cloud': ({ issued: all }) =>
    all.some(({ effect }) => effect.body.type === 'erp.change' && effect.lane === 'erp:cloud'),
};

/** The check of a sentence; undefined when nobody has written it. */
export function neverOf(sentence: string): FlowNever | undefined {
  const is = Object.hasOwn(sentences, sentence) ? sentences[sentence] : undefined;
  return is && ((story) => (is(story) ? `never "${sentence}"` : undefined));
}

function facts({ order }: FlowStory, type: OrderEvent['type']): readonly OrderEvent[] {
  return Object.values(order.state.facts).filter((event) => event.type === type);
}

function fact(story: FlowStory, type: OrderEvent['type']): OrderEvent | undefined {
  return facts(story, type)[0];
}

function bodies({ orders }: FlowStory): readonly EffectBody[] {
  return [...orders.values()].flatMap(({ state }) => Object.values(state.effects).map(({ effect }) => effect.body));
}

function issued(story: FlowStory, type: EffectBody['type']): boolean {
  return bodies(story).some((body) => body.type === type);
}

function submits(story: FlowStory): number {
  return bodies(story).filter(({ type }) => type === 'erp.submit').length;
}

function attempts({ issued: all }: FlowStory): number {
  return all.filter(({ effect }) => effect.body.type === 'erp.submit').length;
}

function documents(story: FlowStory, document: Document['document']): readonly Document['content'][] {
  return bodies(story).flatMap((body) =>
    body.type === 'document.send' && body.document === document ? [body.content] : [],
  );
}

function invoices(story: FlowStory) {
  return documents(story, '810').flatMap((content) => (content.kind === 'invoice' ? [content] : []));
}

function memos(story: FlowStory) {
  return invoices(story).filter(({ type }) => type === 'creditMemo');
}

function credits(story: FlowStory): boolean {
  return issued(story, 'erp.credit') || memos(story).length > 0;
}

function inspected(story: FlowStory): boolean {
  return facts(story, 'return.reported').some(
    (event) => event.type === 'return.reported' && event.content.status === 'inspected',
  );
}

interface Row {
  readonly document: string;
  readonly lineId: string;
  readonly quantity: string;
  readonly unit: string;
}

function rows(story: FlowStory, document: Document['document']): readonly Row[] {
  return documents(story, document).flatMap((content): Row[] => {
    const name = content.kind === 'shipment' ? content.shipmentId : content.kind === 'invoice' ? content.number : '';
    const list = content.kind === 'shipment' ? content.items : content.lines;
    return list.flatMap(({ lineId, quantity }) =>
      quantity === undefined ? [] : [{ document: name, lineId, quantity: quantity.value, unit: quantity.unit }],
    );
  });
}

function allRows(story: FlowStory): readonly Row[] {
  return (['855', '856', '810'] as const).flatMap((document) => rows(story, document));
}

function total(story: FlowStory, document: Document['document'], lineId: string): string {
  return rows(story, document)
    .filter((row) => row.lineId === lineId)
    .reduce((sum, row) => add(sum, row.quantity), '0');
}

function more(value: string, limit: string): boolean {
  return compare(value, limit) > 0;
}

function answersOf(story: FlowStory, document: '855' | '865'): readonly string[] {
  return documents(story, document).flatMap((content) =>
    content.kind === 'orderAcknowledgment'
      ? content.lines.flatMap((line) => line.responses.map(({ status }) => String(status)))
      : [],
  );
}

/** By a line, or as a whole. */
function answers865(status: string): Is {
  return (story) =>
    answersOf(story, '865').includes(status) ||
    documents(story, '865').some((content) => content.kind === 'orderAcknowledgment' && content.status === status);
}

function ordered(value: string): Is {
  return ({ order }) => order.lines.some((line) => equals(line.ordered, value));
}

function says(story: FlowStory, text: string): boolean {
  return JSON.stringify(bodies(story)).includes(`"${text}"`);
}

/** A document went out as a new one and no operator asked for it. */
function sentAgainByNobody(story: FlowStory): boolean {
  const again = Object.keys(story.order.state.effects).some((key) => key.includes('#'));
  return again && fact(story, 'operator.replayed') === undefined;
}

function partHas({ order }: FlowStory, partId: string, value: string): boolean {
  return Object.values(order.state.effects).some(
    ({ effect: { body } }) =>
      body.type === 'erp.submit' &&
      body.request.part.partId === partId &&
      body.request.part.lines.some(({ quantity }) => quantity.value === value),
  );
}

function dueAt(timer: string, ...instants: readonly string[]): Is {
  return ({ order }) => instants.includes(order.state.timers[timer] ?? '');
}
