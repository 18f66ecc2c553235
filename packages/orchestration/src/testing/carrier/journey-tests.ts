import { carrying } from '../../carrier/carrying.ts';
import type { EffectCarrier } from '../../carrier/effect-carrier.ts';
import { createRuntime, type Runtime } from '../../runtime/create-runtime.ts';
import { loadOrder } from '../../runtime/load-order.ts';
import { memoryJournal } from '../../runtime/memory-journal.ts';
import { effectTests } from '../host/effect-tests.ts';
import type { OpenHost } from '../host/host-test.ts';
import type { CarrierTest, OpenCarrier } from './carrier-test.ts';

/** Who takes notices. */
type Offer = EffectCarrier['offer'];

/** Orders that go their way by deliveries alone: what hosts keep to for effects, with a journal in memory. */
export const journeyTests: readonly CarrierTest[] = effectTests.flatMap(({ name, run }) => [
  { name: `by deliveries alone: ${name}`, run: (open) => run(hostOf(open)) },
  { name: `by deliveries that come three times: ${name}`, run: (open) => run(hostOf(open, threeTimes)) },
]);

async function threeTimes(offer: Offer, notices: Parameters<Offer>[0]): Promise<void> {
  await offer(notices);
  await Promise.all([offer(notices), offer([...notices].reverse())]);
}

function hostOf(
  open: OpenCarrier,
  spread: (offer: Offer, notices: Parameters<Offer>[0]) => Promise<void> = (offer, notices) => offer(notices),
): OpenHost {
  return async ({ policy, performers, onNote }) => {
    const under = await open((key) => runtime.perform(key));
    const { carrier, clock } = under;
    const offer: Offer = (notices) => spread((all) => carrier.offer(all), notices);
    const lost: unknown[] = [];
    const onLost = (_: unknown, reason: unknown): void => void lost.push(reason);
    const journal = carrying(memoryJournal(), { offer }, { timeout: 30_000, onLost });
    // They answer at once, or never: that is not waited for.
    const timeout = 50;
    const runtime: Runtime = createRuntime({ journal, policy, performers, timeout, onNote, clock, worker: 'w' });
    return {
      ...under,
      until: async (what, holds) => {
        await under.until(what, holds);
        for (const reason of lost) throw reason;
      },
      host: {
        dispatch: async (id, events) => {
          const result = await runtime.dispatch({ id, events });
          if (result.status === 'conflict') throw new Error(`${result.what} ${result.key} is another already`);
          return { version: (await journal.load(id))?.version ?? 0 };
        },
        read: async (id) => (await loadOrder(journal, id, policy))?.state,
        deliver: async (effects) => {
          await journal.append({ effects });
        },
      },
    };
  };
}
