import { expect, it } from 'vitest';
import { inGroups } from '../../src/runtime/postgres/in-groups.ts';

/** Groups that end when they are told to. */
function held() {
  const begun: { readonly items: readonly string[]; end(): void; fail(error: Error): void }[] = [];
  const run = (items: readonly string[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      const end = () => resolve(items.map((item) => `${item}!`));
      begun.push({ items, end, fail: reject });
    });
  return { begun, run, groups: () => begun.map(({ items }) => items) };
}

/** Some turns of the event loop, and no time: a machine that is busy takes as many of them. */
async function turn() {
  for (let count = 0; count < 10; count++) await new Promise((resolve) => setImmediate(resolve));
}

it('what is asked in one turn goes together, what comes while it is under way goes with the next', async () => {
  const { run, begun, groups } = held();
  const ask = inGroups({ most: 10, atOnce: 1, run });
  const answers = ['a', 'b'].map(ask);
  await turn();
  answers.push(...['c', 'd'].map(ask));
  await turn();
  expect(groups()).toEqual([['a', 'b']]);
  begun[0]?.end();
  await turn();
  expect(groups()).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  begun[1]?.end();
  expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!']);
});

it('no group is larger, nor more under way, than was said', async () => {
  const { run, begun, groups } = held();
  const ask = inGroups({ most: 2, atOnce: 2, run });
  const answers = ['a', 'b', 'c', 'd', 'e'].map(ask);
  await turn();
  expect(groups()).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  for (const group of begun) group.end();
  await turn();
  begun[2]?.end();
  expect(await Promise.all(answers)).toHaveLength(5);
});

it('two that touch the same never go at the same time, and go in their order', async () => {
  const { run, begun, groups } = held();
  const ask = inGroups({ most: 10, atOnce: 2, run, touches: (item) => [...item] });
  const answers = ['ab', 'bc', 'c', 'd'].map(ask);
  await turn();
  // `c` touches nothing that is under way, but comes after `bc`.
  expect(groups()).toEqual([['ab', 'd']]);
  begun[0]?.end();
  await turn();
  expect(groups().slice(1)).toEqual([['bc']]);
  begun[1]?.end();
  await turn();
  begun[2]?.end();
  expect(await Promise.all(answers)).toEqual(['ab!', 'bc!', 'c!', 'd!']);
});

it('a failure that has undone a group is only told to the one that is at fault', async () => {
  const run = async (items: readonly string[]): Promise<readonly string[]> => {
    if (items.includes('bad')) throw new RangeError('bad');
    return items;
  };
  const ask = inGroups({ most: 10, atOnce: 1, run, isUndone: (error) => error instanceof RangeError });
  const ended = await Promise.allSettled(['a', 'bad', 'b'].map(ask));
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('any other failure is told to all of the group, nothing is tried again, and the next one goes', async () => {
  const { run, begun } = held();
  const ask = inGroups({ most: 10, atOnce: 1, run, isUndone: (error) => error instanceof RangeError });
  const ended = Promise.allSettled(['a', 'b'].map(ask));
  await turn();
  begun[0]?.fail(new Error('the connection is lost'));
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = ask('c');
  await turn();
  expect(begun).toHaveLength(2);
  begun[1]?.end();
  expect(await next).toBe('c!');
});

it('one that waits is answered at once where a group has told its answer', async () => {
  const { run, begun, groups } = held();
  const foreseen = (item: string, done: readonly string[]) => (item === 'a2' ? `after ${done.join()}` : undefined);
  const ask = inGroups({ most: 10, atOnce: 1, run, touches: ([name = '']) => [name], foreseen });
  const answers = ['a1', 'a2', 'a3'].map(ask);
  await turn();
  begun[0]?.end();
  expect(await answers[1]).toBe('after a1');
  await turn();
  expect(groups()).toEqual([['a1'], ['a3']]);
  begun[1]?.end();
  expect(await answers[2]).toBe('a3!');
});
