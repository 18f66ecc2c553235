import { defaultPolicy } from '@dist/orchestration';
import { createRuntime, memoryJournal } from '@dist/orchestration/runtime';
import { expect, it } from 'vitest';
import { inTurn } from '../src/runtime/in-turn.ts';
import { deliveryOf, outside } from './outside.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

it('things of one name go one after the other, those of another beside them, and a failure stops nobody', async () => {
  const turns = inTurn();
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await soon();
    told.push(`${name} ends`);
    if (name === 'a1') throw new Error('a1 fails');
    return name;
  };
  const ended = await Promise.allSettled([
    turns('a', work('a1')),
    turns('a', work('a2')),
    turns('b', work('b1')),
    turns('a', work('a3')),
  ]);
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(told.filter((one) => one.startsWith('a'))).toEqual(
    ['a1', 'a2', 'a3'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
  expect(told.slice(0, 2)).toEqual(['a1 begins', 'b1 begins']);
});

it('R12 those that have lost a number to another make their document anew one after the other, each once', async () => {
  const journal = memoryJournal();
  let performed = 0;
  const { performers } = outside({
    'document.deliver': async () => {
      performed++;
      const expected = await journal.sequence('isa');
      await soon();
      return { batch: { sequences: [{ name: 'isa', expected, next: expected + 1 }] } };
    },
  });
  const clock = () => '2026-03-02T08:00:00.000Z';
  const runtime = createRuntime({ journal, policy: defaultPolicy, performers, clock, worker: 'w' });
  await journal.append({ effects: Array.from({ length: 10 }, (_, index) => deliveryOf(`d${index}`)) });
  await runtime.work();
  expect(await journal.sequence('isa')).toBe(10);
  expect(performed).toBe(19);
});
