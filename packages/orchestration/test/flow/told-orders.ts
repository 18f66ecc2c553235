import { defaultPolicy, type Policy } from '@dist/orchestration';
import type { FlowEvent } from '@dist/orchestration/testing';
import { partnerId } from './given-of-case.ts';
import { at, before, shipped, shippedBefore, type ToldCase } from './told-case.ts';

/** Scenarios of orders, ERPs and loads, by the beginning of their name. */
export const toldOrders: Readonly<Record<string, ToldCase>> = {
  'The same PO number from two partners': {
    when: (flow) => [
      ...flow.when.map(
        (event): FlowEvent => ({
          at: event.at,
          event: '850 received',
          order: String(event['po']),
          partner: partnerId(event['partner']),
          lines: [{ line: '1', item: 'AX-100', quantity: '24', unit: 'EA', price: '3.25' }],
        }),
      ),
      ...flow.when.flatMap((event): FlowEvent[] => {
        const who = { order: String(event['po']), partner: partnerId(event['partner']) };
        return [
          { at: event.at, event: 'shipped', ...who },
          { at: event.at, event: 'invoice posted', invoice: 'I1', ...who },
        ];
      }),
    ],
    then: () => ({
      orders: 2,
      erpOrders: 2,
      sent: [
        { type: '856', count: 2 },
        { type: '810', count: 2 },
      ],
      parked: [],
      holds: ({ issued }) => {
        const references = issued.flatMap(({ effect: { body } }) =>
          body.type === 'erp.submit' ? [body.request.part.externalReference] : [],
        );
        if (new Set(references).size !== 2) return `references ${references.join()} do not differ`;
        if (references.some((text) => text.length > 35)) return `${references.join()} are too long`;
        const numbers = issued.flatMap(({ effect: { body } }) => {
          if (body.type !== 'document.send') return [];
          const { content } = body;
          return content.kind === 'shipment' ? content.items.map((item) => item.orderNumber) : [content.orderNumber];
        });
        return numbers.every((number) => number === '4711') ? undefined : `documents name ${numbers.join()}`;
      },
    }),
  },
  'A vendor error that no table knows': {
    when: (flow) => [
      ...shippedBefore(at(flow, 0)).map((event) => ({ ...event, at: at(flow, 0) })),
      {
        at: at(flow, 0),
        event: 'erp answers',
        class: 'system',
        code: 'ZX-0931',
        message: String(flow.when[0]?.['body']),
      },
    ],
    then: () => ({ phase: 'parked', parked: [{ class: 'system', document: 'erp.submit/1' }] }),
  },
  'Line ids that are not numbers': {
    then: () => ({
      parked: [{ line: '7', says: ['7'] }],
      holds: ({ order: { state } }) => {
        const fact = Object.values(state.facts).find(({ type }) => type === 'order.captured');
        const ids = fact?.type === 'order.captured' ? fact.order.lines.map(({ lineId }) => lineId) : [];
        return ids.join() === '00A,7,7' ? undefined : `lines ${ids.join()}`;
      },
    }),
  },
  'Cut-over by share': {
    given: (flow) => {
      const [, second] = flow.given['routing'] as { from: string }[];
      const legacy: Policy = { ...defaultPolicy, version: 'january', routing: [{ when: {}, erp: 'legacy' }] };
      // The hash of both sample orders falls in whatever share of the new row holds all of them.
      const cloud: Policy = {
        ...legacy,
        version: 'february',
        routing: [{ when: { share: 100 }, erp: 'cloud' }, ...legacy.routing],
      };
      return { policy: legacy, policyFrom: [{ at: `${second?.from}T00:00:00.000Z`, policy: cloud }] };
    },
    when: (flow) =>
      flow.when.map((event, index): FlowEvent => {
        const named = { at: event.at, order: String(event['po']) };
        if (event.event === '860 received') return { ...named, event: '860 received', sequence: index, lines: [] };
        const lines = [{ line: '1', item: 'AX-100', quantity: '24', unit: 'EA', price: '3.25' }];
        return { ...named, event: '850 received', lines };
      }),
    then: () => ({
      holds: ({ issued }) => {
        const lanes = issued.filter(({ effect }) => effect.lane.startsWith('erp:'));
        const found = lanes.map(({ effect }) => `${effect.order.split('/')[1]} ${effect.body.type} ${effect.lane}`);
        const wanted = ['SMP1803 erp.submit erp:legacy', 'SMP1804 erp.submit erp:cloud'];
        const missing = wanted.filter((row) => !found.includes(row));
        return missing.length === 0 ? undefined : `${missing.join()} among ${found.join()}`;
      },
    }),
  },
  'A shop webhook': {
    when: (flow) =>
      flow.when.map(
        (event): FlowEvent => ({
          at: event.at,
          event: 'shop order received',
          order: String(event['order']),
          revision: Number(event['version']),
          lines: [
            { line: '1', item: 'AX-100', quantity: String(Number(event['version']) * 10), unit: 'EA', price: '3.25' },
          ],
        }),
      ),
    then: () => ({ orders: 1, erpOrders: 1, lines: [{ line: '1', ordered: '20' }], parked: [] }),
  },
  'A shipment keyed in the ERP by hand': {
    when: (flow) => [
      ...shippedBefore(at(flow, 0)).map((event) => ({ ...event, at: at(flow, 0) })),
      // What reconciliation observes is told as the fact that it is, each time it looks.
      shipped(at(flow, 2)),
      shipped(at(flow, 3)),
    ],
    then: () => ({ sent: [{ type: '856', count: 1 }], parked: [] }),
  },
  'One load of three orders': {
    when: (flow) => {
      const first = at(flow, 0);
      const orders = new Map(
        flow.when.flatMap((event) =>
          event['po'] === undefined
            ? []
            : [[String(event['po']), (event['lines'] as { qty: string }[])[0]?.qty ?? '0']],
        ),
      );
      const received = [...orders].map(
        ([number, quantity]): FlowEvent => ({
          at: before(first, 24),
          event: '850 received',
          order: number,
          lines: [{ line: '1', item: 'AX-100', quantity, unit: 'EA', price: '3.25' }],
        }),
      );
      const left = flow.when.map((event): FlowEvent => {
        const load = String(event['load']);
        if (event.event === 'load closed') return { at: event.at, event: 'load closed', load, orders: orders.size };
        const number = String(event['po']);
        return { at: event.at, event: 'shipped', order: number, load, shipment: `S-${number}`, key: `S-${number}` };
      });
      return [...received, ...left];
    },
    then: (flow) => ({
      sent: [{ type: '856', count: 1 }],
      parked: [],
      holds: ({ issued }) => {
        const wanted = (flow.then['sent'] as { orders: Record<string, string> }[])[0]?.orders;
        const items = issued.flatMap(({ effect: { body } }) =>
          body.type === 'document.send' && body.document === '856' ? body.content.items : [],
        );
        const found = Object.fromEntries(items.map((item) => [item.orderNumber, item.quantity.value]));
        const same =
          JSON.stringify(Object.entries(found).sort()) === JSON.stringify(Object.entries(wanted ?? {}).sort());
        return same && items.length === 3 ? undefined : `the notice has ${JSON.stringify(found)}`;
      },
    }),
  },
  'A cancellation after the pick': {
    then: () => ({
      lines: [{ line: '1', shipped: '24', cancelled: '0' }],
      phase: 'shipped',
      sent: [
        { type: '865', count: 1 },
        { type: '856', count: 1 },
      ],
      holds: ({ issued }) => {
        const [status] = issued.flatMap(({ effect: { body } }) =>
          body.type === 'document.send' && body.document === '865' ? [body.content.status] : [],
        );
        return status === 'rejected' ? undefined : `the 865 says ${status}`;
      },
    }),
  },
  'Back-orders forbidden': {
    then: () => ({
      sent: [
        {
          type: '855',
          count: 1,
          responses: {
            '1': [
              { status: 'accepted', quantity: '15' },
              { status: 'rejected', quantity: '9' },
            ],
          },
        },
      ],
      lines: [{ line: '1', ordered: '24', open: '15', cancelled: '9' }],
      holds: ({ issued }) => {
        const told = issued.some(({ effect }) => ['erp.cancel', 'erp.change'].includes(effect.body.type));
        return told ? undefined : 'the nine are not cancelled at the ERP';
      },
    }),
  },
};
