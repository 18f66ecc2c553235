import { expectSame } from '../journal/contract-test.ts';
import type { HostTest } from './host-test.ts';
import { idOf, inWorld, sampleId, worldOf } from './host-world.ts';

const eight = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** Events of an order: again, at the same time, one at a time. */
export const eventTests: readonly HostTest[] = [
  {
    name: 'an order that nobody has told of is not there',
    run: (open) =>
      inWorld(worldOf(open), async ({ host }) => {
        expectSame('order', await host.read(idOf('nobody / knows ü')), undefined);
      }),
  },
  {
    name: 'R03 an event that comes again changes nothing and performs nothing again',
    run: (open) =>
      inWorld(worldOf(open), async (world) => {
        const placed = world.event({ type: 'hold.placed', hold: 'h', reason: 'r' }, 'h');
        const first = await world.host.dispatch(sampleId, [placed]);
        expectSame('again', await world.host.dispatch(sampleId, [placed]), first);
        await world.capture();
        await world.capture();
        await world.host.dispatch(sampleId, [
          world.event({ type: 'hold.released', hold: 'h', by: 'a person' }, 'free'),
        ]);
        await world.untilStatus('855', 'done');
        const before = await world.state();
        await world.host.dispatch(sampleId, [placed]);
        await world.capture();
        expectSame('state', await world.state(), before);
        expectSame('ERP orders', [...world.erpOrders.values()], [1]);
        expectSame('attempts', new Set(world.performed).size, world.performed.length);
      }),
  },
  {
    name: 'an event that the machine cannot take is refused, and nothing that came with it is kept',
    run: (open) =>
      inWorld(worldOf(open), async (world) => {
        const right = world.event({ type: 'hold.placed', hold: 'h', reason: 'r' }, 'right');
        const wrong = world.event({ type: 'hold.placed', hold: '', reason: 'r' }, 'wrong');
        const refused = await world.host.dispatch(sampleId, [right, wrong]).then(
          () => 'taken',
          (error: unknown) => (error instanceof Error ? error.name : 'no error'),
        );
        expectSame('the answer', refused, 'WrongEvent');
        expectSame('order', await world.host.read(sampleId), undefined);
        await world.host.dispatch(sampleId, [right]);
        expectSame('holds', Object.keys((await world.state()).holds), ['h']);
      }),
  },
  {
    name: 'first events of an order that come at the same time are all kept, in steps of their own',
    run: (open) =>
      inWorld(worldOf(open), async (world) => {
        const results = await Promise.all(
          eight.map((hold) =>
            world.host.dispatch(sampleId, [world.event({ type: 'hold.placed', hold, reason: 'r' }, `h${hold}`)]),
          ),
        );
        expectSame('versions', results.map(({ version }) => String(version)).sort(), eight);
        expectSame('holds', Object.keys((await world.state()).holds).sort(), eight);
      }),
  },
  {
    name: 'several events are one step, in their order',
    run: (open) =>
      inWorld(worldOf(open), async (world) => {
        const placed = world.event({ type: 'hold.placed', hold: 'h', reason: 'r' }, 'placed');
        const released = world.event({ type: 'hold.released', hold: 'h', by: 'a person' }, 'released');
        expectSame('answer', await world.host.dispatch(sampleId, [placed, released]), { version: 1 });
        expectSame('holds', (await world.state()).holds, {});
      }),
  },
  {
    name: 'orders with strange ids do not meet',
    run: (open) =>
      inWorld(worldOf(open), async (world) => {
        const ids = ['northfield/a', 'northfield/a/', 'northfield%2Fa', 'northfield a', 'northfield/a?b=c#d', 'ü/€'];
        for (const id of ids) {
          await world.host.dispatch(id, [world.event({ type: 'hold.placed', hold: id, reason: 'r' }, 'h')]);
        }
        const holds = await Promise.all(ids.map(async (id) => Object.keys((await world.host.read(id))?.holds ?? {})));
        expectSame(
          'holds',
          holds,
          ids.map((id) => [id]),
        );
      }),
  },
  {
    name: 'two facts of one key that say different things are both heard',
    run: (open) =>
      inWorld(worldOf(open), async (world) => {
        await world.capture();
        const report = { type: 'erp.rejected', partId: '1', reason: 'price' } as const;
        await world.host.dispatch(sampleId, [world.event({ ...report, message: 'one' }, 'said')]);
        await world.host.dispatch(sampleId, [world.event({ ...report, message: 'another' }, 'said')]);
        expectSame('conflicts', Object.keys((await world.state()).conflicts).length, 1);
      }),
  },
];
