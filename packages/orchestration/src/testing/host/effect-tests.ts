import { expectSame } from '../journal/contract-test.ts';
import type { HostTest } from './host-test.ts';
import { acceptance, hostPolicy, inWorld, sampleId, submitTo, worldOf } from './host-world.ts';

const submit = `${sampleId}/erp.submit/1`;
const find = `${sampleId}/erp.find/1`;

/** Effects: performed, tried again, looked up, replayed, given up. */
export const effectTests: readonly HostTest[] = [
  {
    name: 'what an order obliges us to is performed, each thing once',
    run: (open) =>
      inWorld(worldOf(open), async (world) => {
        await world.capture();
        await world.untilStatus('855', 'done');
        expectSame('performed', world.performed, [`${sampleId}/enrich@1`, `${submit}@1`, `${sampleId}/855@1`]);
        expectSame('awaited', Object.keys((await world.state()).awaited), [`997/${sampleId}/855`]);
      }),
  },
  {
    name: 'an effect whose answer is lost is looked up and not run again',
    run: (open) => {
      const losing = worldOf(open, ({ erpOrders }) => ({
        'erp.submit': async ({ body }) => {
          submitTo(erpOrders, body.request.part.externalReference);
          throw new Error('the line went dead');
        },
      }));
      return inWorld(losing, async (world) => {
        await world.capture();
        await world.untilStatus('855', 'done');
        expectSame('ERP orders', [...world.erpOrders.values()], [1]);
        expectSame('asked', world.performed.slice(1, 3), [`${submit}@1`, `${find}/1@1`]);
      });
    },
  },
  {
    name: 'an effect that never answers is looked up, though its performer does not mind the signal',
    run: (open) => {
      const hanging = worldOf(open, ({ erpOrders }) => ({
        'erp.submit': ({ body }) => {
          submitTo(erpOrders, body.request.part.externalReference);
          return new Promise(() => undefined);
        },
      }));
      return inWorld(hanging, async (world) => {
        await world.capture();
        await world.untilStatus('855', 'done');
        expectSame('ERP orders', [...world.erpOrders.values()], [1]);
      });
    },
  },
  {
    name: 'a look-up that finds nothing lets the effect run again',
    run: (open) => {
      const lost = worldOf(open, ({ erpOrders }) => ({
        'erp.submit': async ({ body, attempt }) => {
          if (attempt === 1) throw new Error('the line was dead before');
          const { externalReference, partId } = body.request.part;
          submitTo(erpOrders, externalReference);
          return { events: [acceptance(partId, externalReference)] };
        },
      }));
      return inWorld(lost, async (world) => {
        await world.capture();
        await world.untilStatus('855', 'done');
        expectSame('performed', world.performed.slice(1, 4), [`${submit}@1`, `${find}/1@1`, `${submit}@2`]);
        expectSame('ERP orders', [...world.erpOrders.values()], [1]);
      });
    },
  },
  {
    name: 'what fails is tried again after its wait, and no more often than the policy says',
    run: (open) => {
      const early: string[] = [];
      const failing = worldOf(open, () => ({
        'erp.submit': async ({ notBefore, key }) => {
          if (clockOf() < notBefore) early.push(key);
          return { failure: { class: 'transport', code: 'ECONNREFUSED', message: 'nobody there' } };
        },
      }));
      let clockOf = (): string => '';
      return inWorld(failing, async (world) => {
        clockOf = world.clock;
        await world.capture();
        await world.untilStatus('erp.submit/1', 'parked');
        const attempts = Array.from({ length: hostPolicy.retry.maximumAttempts }, (_, at) => `${submit}@${at + 1}`);
        expectSame('performed', world.performed.slice(1), attempts);
        expectSame('too early', early, []);
      });
    },
  },
  {
    name: 'R29 an operator lets what is parked run again',
    run: (open) => {
      const priced = worldOf(open, ({ erpOrders }) => ({
        'erp.submit': async ({ body, attempt }) => {
          const { externalReference, partId } = body.request.part;
          if (attempt === 1) return { failure: { class: 'pricing', code: 'PRICE', message: 'not this price' } };
          submitTo(erpOrders, externalReference);
          return { events: [acceptance(partId, externalReference)] };
        },
      }));
      return inWorld(priced, async (world) => {
        await world.capture();
        await world.untilStatus('erp.submit/1', 'parked');
        const replay = { type: 'operator.replayed', effect: submit, by: 'a person', reason: 'mended' } as const;
        await world.host.dispatch(sampleId, [world.event(replay, 'replay')]);
        await world.untilStatus('855', 'done');
        expectSame('ERP orders', [...world.erpOrders.values()], [1]);
      });
    },
  },
  {
    name: 'what is given up while it waits is not performed',
    run: (open) => {
      const failing = worldOf(open, () => ({
        'erp.submit': async () => ({ failure: { class: 'transport', code: 'ECONNREFUSED', message: 'nobody there' } }),
      }));
      return inWorld(failing, async (world) => {
        await world.capture();
        await world.until('the first attempt', () => world.performed.includes(`${submit}@1`));
        const abandon = { type: 'operator.abandoned', by: 'a person', reason: 'by telephone' } as const;
        await world.host.dispatch(sampleId, [world.event(abandon, 'abandon')]);
        const before = world.performed.filter((one) => one.startsWith(submit)).length;
        // Another order goes through all of its attempts meanwhile.
        await world.capture('PO-2');
        await world.until('the other parks', () => world.notes.includes('parked northfield/PO-2'));
        // One may have been on its way when the order was given up.
        const after = world.performed.filter((one) => one.startsWith(submit)).length;
        if (after > before + 1) throw new Error(`performed ${after} times, ${before} before it was given up`);
      });
    },
  },
];
