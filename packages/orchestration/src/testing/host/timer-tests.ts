import type { Policy } from '../../index.ts';
import { expectSame } from '../journal/contract-test.ts';
import type { HostTest } from './host-test.ts';
import { hostPolicy, inWorld, sampleId, worldOf } from './host-world.ts';

/** An 855 is due so many seconds after receipt. */
function dueIn(seconds: number): Policy {
  return { ...hostPolicy, sla: { '855': { startsAt: 'received', hours: seconds / 3600 } } };
}

const breached = 'sla.breached northfield/PO-1';

/** Deadlines: seen when they pass, once, and not when they were met. */
export const timerTests: readonly HostTest[] = [
  {
    name: 'R26 a deadline that passes is seen, once',
    run: (open) => {
      const parked = () => ({
        'erp.submit': async () => ({
          failure: { class: 'pricing', code: 'PRICE', message: 'not this price' } as const,
        }),
      });
      return inWorld(worldOf(open, parked, dueIn(1.2)), async (world) => {
        await world.capture();
        await world.until('the breach', async () => '855' in (await world.state()).breaches);
        const { breaches, timers } = await world.state();
        if ((breaches['855'] ?? '') < (timers['855'] ?? '')) throw new Error('the breach was seen before its time');
        // A later one of another order passes too, and the first is not told again.
        await world.capture('PO-2');
        await world.until('the other breach', async () => '855' in (await world.state('PO-2')).breaches);
        expectSame(
          'notes',
          world.notes.filter((note) => note === breached),
          [breached],
        );
      });
    },
  },
  {
    name: 'R26 a deadline that was met does not fire',
    run: (open) => {
      const parked = () => ({
        'erp.submit': async ({ order }: { readonly order: string }) => {
          if (order === sampleId) return { events: [accepted] };
          return { failure: { class: 'pricing', code: 'PRICE', message: 'not this price' } as const };
        },
      });
      return inWorld(worldOf(open, parked, dueIn(8)), async (world) => {
        await world.capture();
        await world.untilStatus('855', 'done');
        await world.capture('PO-2');
        await world.until('a later one has passed', async () => '855' in (await world.state('PO-2')).breaches);
        expectSame('breaches', (await world.state()).breaches, {});
      });
    },
  },
];

const accepted = { type: 'erp.accepted', partId: '1', erp: 'erp', number: 'SO-1', rejected: [] } as const;
