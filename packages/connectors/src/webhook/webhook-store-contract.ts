import type { WebhookStore } from './webhook-store.ts';

/** One case for any test runner: `it(name, run)`. It rejects with what was expected and what came. */
export interface WebhookStoreCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** A store that is empty, and what has been written by it, in order. The cases write texts. */
export interface WebhookStoreSubject {
  readonly store: WebhookStore<string>;
  readonly written: () => Promise<readonly string[]> | readonly string[];
  /** Makes the next commit fail while its work is written, by a table that refuses it say. Absent where nothing can. */
  readonly failNext?: (() => void) | undefined;
}

/** What every webhook store keeps to (R01, R03). `open` gives an empty one, another for each name. */
export function webhookStoreContract(
  open: (name: string) => WebhookStoreSubject | Promise<WebhookStoreSubject>,
): readonly WebhookStoreCase[] {
  return cases.map(({ name, run }) => ({
    name,
    run: async () => {
      const subject = await open(name);
      if (run.length > 1 && subject.failNext === undefined) return;
      await run(subject, subject.failNext ?? (() => undefined));
    },
  }));
}

interface Case {
  readonly name: string;
  readonly run: (subject: WebhookStoreSubject, failNext: () => void) => Promise<void>;
}

/** A lease of ten milliseconds from an instant. */
const lease = (now: number) => ({ now, until: now + 10 });

const cases: readonly Case[] = [
  {
    name: 'R03 gives a key to one, and says that it is done for ever after its commit',
    run: async ({ store, written }) => {
      same('first', await store.claim('k', lease(0)), 'claimed');
      same('commit', await store.commit('k', 'work'), 'committed');
      for (const now of [1, 10, 1e12]) same(`at ${now}`, await store.claim('k', lease(now)), 'done');
      same('written', await written(), ['work']);
    },
  },
  {
    name: 'R01 has not seen what was claimed and never committed: the lease runs out',
    run: async ({ store, written }) => {
      same('first', await store.claim('k', lease(0)), 'claimed');
      same('meanwhile', await store.claim('k', lease(9)), 'busy');
      same('when it ends', await store.claim('k', lease(10)), 'claimed');
      same('anew', await store.claim('k', lease(19)), 'busy');
      same('written', await written(), []);
    },
  },
  {
    name: 'R01 gives a key at once when its lease was given back, and keeps what is done',
    run: async ({ store }) => {
      await store.claim('k', lease(0));
      await store.release('k', lease(0));
      same('again', await store.claim('k', lease(1)), 'claimed');
      await store.commit('k', 'work');
      await store.release('k', lease(1));
      await store.release('never claimed', lease(1));
      same('done', await store.claim('k', lease(2)), 'done');
    },
  },
  {
    name: 'R03 takes no lease from one who has taken it over when the one before gives its own back',
    run: async ({ store }) => {
      await store.claim('k', lease(0));
      same('second', await store.claim('k', lease(10)), 'claimed');
      await store.release('k', lease(0));
      same('third', await store.claim('k', lease(11)), 'busy');
    },
  },
  {
    name: 'R01 writes the work of one of two whose leases followed each other',
    run: async ({ store, written }) => {
      await store.claim('k', lease(0));
      await store.claim('k', lease(10));
      same('second', await store.commit('k', 'of the second'), 'committed');
      same('first', await store.commit('k', 'of the first'), 'done');
      same('written', await written(), ['of the second']);
    },
  },
  {
    name: 'R03 gives a key to one of many who ask at once',
    run: async ({ store }) => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => store.claim('k', lease(0))));
      same('claimed', answers.filter((answer) => answer === 'claimed').length, 1);
      same('busy', answers.filter((answer) => answer === 'busy').length, 19);
    },
  },
  {
    name: 'R03 commits one of many who commit at once',
    run: async ({ store, written }) => {
      await store.claim('k', lease(0));
      const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => store.commit('k', `work ${at}`)));
      same('committed', answers.filter((answer) => answer === 'committed').length, 1);
      same('written', (await written()).length, 1);
    },
  },
  {
    name: 'tells keys apart, whatever they hold',
    run: async ({ store, written }) => {
      const keys = ['a', 'A', 'a ', "a'", 'a"', 'ä', '["Shopify","w-1"]', 'x'.repeat(1000), '%', '', '\\'];
      for (const key of keys) same(key, await store.claim(key, lease(0)), 'claimed');
      for (const key of keys) same(key, await store.commit(key, key), 'committed');
      same('written', await written(), keys);
    },
  },
  {
    name: 'R01 remembers nothing of a commit whose work could not be written',
    run: async ({ store, written }, failNext) => {
      await store.claim('k', lease(0));
      failNext();
      const failed = await store.commit('k', 'work').catch(() => 'failed');
      same('commit', failed, 'failed');
      same('later', await store.claim('k', lease(10)), 'claimed');
      same('commit', await store.commit('k', 'work'), 'committed');
      same('written', await written(), ['work']);
    },
  },
];

function same(what: string, found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: expected ${other}, found ${one}`);
}
