import type { Effect } from '../../index.ts';
import type { DeliveryEffect } from '../../runtime/journal.ts';
import type { Outcome, PerformContext, Report } from '../../runtime/performers.ts';
import { expectSame } from '../journal/contract-test.ts';
import { delivery, document } from '../journal/sample-records.ts';
import type { HostTest } from './host-test.ts';
import { inWorld, sampleId, worldOf } from './host-world.ts';

const failure = { class: 'transport', code: 'ECONNREFUSED', message: 'nobody there' } as const;

/** Documents: in the order of one partner's eyes, frozen once, delivered once. */
export const partnerTests: readonly HostTest[] = [
  {
    name: 'R12 what is committed with an outcome is committed once, and its delivery goes before the next document',
    run: (open) => {
      const freezing = worldOf(open, () => ({ 'document.send': freeze, 'document.deliver': deliverAtLast }));
      return inWorld(freezing, async (world) => {
        await world.capture();
        await world.untilStatus('855', 'done');
        const again = { type: 'operator.replayed', effect: `${sampleId}/855`, by: 'a person', reason: 'lost' } as const;
        await world.host.dispatch(sampleId, [world.event(again, 'again')]);
        const second = `deliver/${sampleId}/855#2@2`;
        await world.until('the second is delivered', () => world.performed.includes(second));
        const [first, ...rest] = world.performed.slice(2);
        expectSame('first', first, `${sampleId}/855@1`);
        const documents = [
          ...[1, 2].map((attempt) => `deliver/${sampleId}/855@${attempt}`),
          `${sampleId}/855#2@1`,
          ...[1, 2].map((attempt) => `deliver/${sampleId}/855#2@${attempt}`),
        ];
        expectSame('performed', rest, documents);
        const sent = Object.values((await world.state()).effects).flatMap((entry) => entry.sent?.controlNumber ?? []);
        expectSame('control numbers', sent, ['1', '2']);
      });
    },
  },
  {
    name: 'a document that fails holds back those of its order that come after it',
    run: (open) => {
      const failing = worldOf(open, () => ({
        'document.send': async ({ attempt }) => (attempt < 3 ? { failure } : {}),
      }));
      return inWorld(failing, async (world) => {
        await world.capture();
        await world.until('the first failure', () => world.performed.includes(`${sampleId}/855@1`));
        await world.host.dispatch(sampleId, [world.event(shipmentOf(world.clock()), 'shipment')]);
        await world.untilStatus('856/S1', 'done');
        const documents = world.performed.filter((one) => one.includes('/85')).map((one) => one.slice(sampleId.length));
        expectSame('documents', documents, ['/855@1', '/855@2', '/855@3', '/856/S1@1', '/856/S1@2', '/856/S1@3']);
      });
    },
  },
  {
    name: 'what belongs to no order is delivered until it is, and then not again',
    run: (open) => {
      const failing = worldOf(open, () => ({ 'document.deliver': deliverAtLast }));
      return inWorld(failing, async (world) => {
        const free = delivery('997/1', { notBefore: world.clock() });
        await world.host.deliver([free]);
        await world.until('it is delivered', () => world.performed.includes('997/1@2'));
        await world.host.deliver([free]);
        await world.host.deliver([{ ...free, key: '997/2' }]);
        await world.until('the other is delivered', () => world.performed.includes('997/2@2'));
        const attempts = ['997/1@1', '997/1@2', '997/2@1', '997/2@2'];
        expectSame('performed', world.performed, attempts);
      });
    },
  },
];

/** Takes a number and freezes a document, in one commit with the outcome. */
async function freeze({ key, order }: Effect, { journal }: PerformContext): Promise<Outcome> {
  const expected = await journal.sequence('isa');
  const carried: DeliveryEffect = delivery(`deliver/${key}`, { order, notBefore: '2026-03-02T08:00:00.000Z' });
  return {
    batch: {
      sequences: [{ name: 'isa', expected, next: expected + 1 }],
      documents: [document(key, `bytes of ${key}`)],
      effects: [carried],
    },
    sent: { controlNumber: String(expected + 1) },
  };
}

async function deliverAtLast({ attempt }: DeliveryEffect): Promise<Outcome> {
  return attempt === 1 ? { failure } : {};
}

function shipmentOf(at: string): Report {
  const about = { kind: 'shipment', version: '1', purpose: 'original', shipmentId: 'S1', createdAt: at } as const;
  const quantity = { value: '24', unit: 'C62' };
  return {
    type: 'shipment.posted',
    partId: '1',
    shipment: {
      ...about,
      shippedOn: at.slice(0, 10),
      carrier: { scac: 'ABCD' },
      parties: {},
      references: [],
      units: [{ unitId: 'C1', type: 'carton' }],
      items: [{ orderNumber: 'SO-1', lineId: '1', unitId: 'C1', ids: [], quantity }],
    },
  };
}
