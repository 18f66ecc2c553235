import { type WebhookReport, type WebhookStore, webhookReceiver } from '@dist/connectors/webhooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sender, now as start } from './senders.ts';

/** What stays when a process dies: a table of keys that are done, one of leases, and the work that was written with a key. */
class Disk {
  readonly done = new Map<string, string>();
  readonly leases = new Map<string, number>();
  commits = 0;
}

/** Dies at its n-th step: from then on nothing that this process does reaches the disk, and nobody hears from it. */
class Process {
  readonly disk: Disk;
  private left: number;
  steps = 0;
  constructor(disk: Disk, dieAt: number) {
    this.disk = disk;
    this.left = dieAt;
  }

  get isDead() {
    return this.left <= 0;
  }

  step(): void {
    this.steps++;
    this.left--;
    if (this.isDead) throw new Error('dead');
  }

  /** A store on the disk. The process may die before each operation, and after it, when it is done and nobody knows. */
  get store(): WebhookStore<string> {
    const around = async <T>(action: () => T): Promise<T> => {
      this.step();
      const result = action();
      this.step();
      return result;
    };
    const { done, leases } = this.disk;
    return {
      claim: (key, { now, until }) =>
        around(() => {
          if (done.has(key)) return 'done';
          if ((leases.get(key) ?? now) > now) return 'busy';
          leases.set(key, until);
          return 'claimed';
        }),
      commit: (key, work) =>
        around(() => {
          if (done.has(key)) return 'done';
          done.set(key, work);
          this.disk.commits++;
          return 'committed';
        }),
      release: (key) => around(() => void leases.delete(key)),
    };
  }
}

/** Sends until 200 is heard, a minute and a half apart. The n-th process dies at the n-th of the given steps. */
async function sendUntilHeard(disk: Disk, name: string, deaths: readonly number[]) {
  const { policy, verify, send } = sender(name);
  let attempts = 0;
  let processed = 0;
  let steps = 0;
  for (; attempts < 20; attempts++) {
    const at = start + attempts * 90_000;
    const running = new Process(disk, deaths[attempts] ?? Number.POSITIVE_INFINITY);
    const receiver = webhookReceiver<string>({
      policy,
      verify,
      store: running.store,
      decide: ({ topic = '' }) => {
        running.step();
        processed++;
        running.step();
        return topic;
      },
      now: () => at,
    });
    const answer = await receiver.receive({ ...send({ at }), method: 'POST', url: '/' });
    ({ steps } = running);
    // A process that died does not answer, whatever its code would have said.
    if (!running.isDead && answer.status === 200) return { attempts: attempts + 1, processed, steps };
  }
  throw new Error('it was never heard');
}

describe.each(['Shopify', 'Business Central'])('R01 a receiver of %s', (name) => {
  const webhooks = name === 'Shopify' ? 1 : 2;

  it('that dies at any step writes each webhook once when it comes again', async () => {
    const { steps } = await sendUntilHeard(new Disk(), name, []);
    expect(steps).toBe(6 * webhooks);
    for (let death = 1; death <= steps; death++) {
      const disk = new Disk();
      const { attempts } = await sendUntilHeard(disk, name, [death]);
      expect([death, disk.commits, disk.done.size, attempts]).toEqual([death, webhooks, webhooks, 2]);
    }
  });

  it('that dies again and again does too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 12 }), async (deaths) => {
        const disk = new Disk();
        await sendUntilHeard(disk, name, deaths);
        expect([disk.commits, disk.done.size]).toEqual([webhooks, webhooks]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('R01 a store', () => {
  type Step = 'claim' | 'commit';
  it.each<[Step, boolean]>([
    ['claim', false],
    ['commit', false],
    ['commit', true],
  ])(
    'that fails at %s (written all the same: %s) is 503, and the next delivery is processed at once',
    async (step, isWritten) => {
      const disk = new Disk();
      const { policy, verify, send } = sender('Shopify');
      const reports: WebhookReport[] = [];
      let isBroken = true;
      const { store } = new Process(disk, Number.POSITIVE_INFINITY);
      const failing: WebhookStore<string> = {
        ...store,
        [step]: async (...given: [string, never]) => {
          if (!isBroken) return store[step](...given);
          if (isWritten) await store[step](...given);
          throw new Error('the connection was lost');
        },
      };
      const receiver = webhookReceiver<string>({
        policy,
        verify,
        store: failing,
        decide: () => 'work',
        now: () => start,
        report: (told) => void reports.push(told),
      });
      const request = { ...send(), method: 'POST', url: '/' };
      expect((await receiver.receive(request)).status).toBe(503);
      expect(reports).toMatchObject([{ kind: 'failed', step, error: { message: 'the connection was lost' } }]);
      isBroken = false;
      expect((await receiver.receive(request)).status).toBe(200);
      expect(disk.commits).toBe(1);
      expect(reports[1]?.kind).toBe(isWritten ? 'duplicate' : 'committed');
    },
  );

  it('that is down is not asked for the rest of a body', async () => {
    const { policy, verify, send } = sender('Business Central');
    let asked = 0;
    const { store } = new Process(new Disk(), Number.POSITIVE_INFINITY);
    const claim = async () => {
      asked++;
      throw new Error('down');
    };
    const receiver = webhookReceiver<string>({ policy, verify, store: { ...store, claim }, decide: () => '' });
    expect((await receiver.receive({ ...send(), method: 'POST', url: '/' })).status).toBe(503);
    expect(asked).toBe(1);
  });

  it('that is asked by many deliveries at once, in any order of its answers, writes once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 5 }), async (scheduler, deliveries) => {
        const disk = new Disk();
        const { policy, verify, send } = sender('Shopify');
        const { store } = new Process(disk, Number.POSITIVE_INFINITY);
        let clock = start;
        const receiver = webhookReceiver<string>({
          policy,
          verify: (delivery) => scheduler.schedule(verify(delivery)),
          store: {
            claim: async (...given) => {
              await scheduler.schedule(Promise.resolve());
              return store.claim(...given);
            },
            commit: async (...given) => {
              await scheduler.schedule(Promise.resolve());
              return store.commit(...given);
            },
            release: store.release,
          },
          decide: async () => {
            await scheduler.schedule(Promise.resolve());
            // Some take longer than their lease.
            clock += 61_000;
            return 'work';
          },
          now: () => clock,
        });
        const request = { ...send(), method: 'POST', url: '/' };
        const answers = Promise.all(Array.from({ length: deliveries }, () => receiver.receive(request)));
        await scheduler.waitFor(answers);
        expect((await answers).some(({ status }) => status === 200)).toBe(true);
        expect(disk.commits).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
