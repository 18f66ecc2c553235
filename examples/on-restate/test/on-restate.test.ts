import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '@dist/orchestration';
import { memoryJournal } from '@dist/orchestration/runtime';
import { memoryHost } from '@dist/orchestration/testing';
import { expect, it } from 'vitest';
import { demonstrate } from '../src/demonstrate.ts';
import { type MadeUpWorld, performersOf } from '../src/made-up-world.ts';

it('an order on a host in memory prints what the README shows of Restate', async () => {
  const world: MadeUpWorld = { erpOrders: [], mailbox: [] };
  const clock = () => '2026-03-02T08:00:00.000Z';
  const performers = performersOf(world);
  const host = memoryHost({ policy: defaultPolicy, performers, clock, records: memoryJournal() });
  const lines: string[] = [];
  await demonstrate({
    host,
    world,
    clock,
    until: async (what, holds) => {
      await host.work();
      if (!(await holds())) throw new Error(what);
    },
    replaceWorker: async () => undefined,
    print: (line) => lines.push(line),
  });
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme).toContain(`\`\`\`text\n${lines.join('\n')}\n\`\`\``);
});
