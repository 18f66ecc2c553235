import { describe, expect, it } from 'vitest';
import { flowPlan } from '../../packages/orchestration/test/flow/flow-plan.ts';
import { read, tree } from './tree.ts';

const folder = 'packages/connectors/test/gateway';

/** The beginnings of the names of scenarios that a table of plays holds: `'A paused partner': paused,`. */
function playedBy(file: string): readonly string[] {
  const [, table = ''] = /Readonly<Record<string, Play>> = \{\n([^}]*)\};/.exec(read(file)) ?? [];
  return [...table.matchAll(/^ +'([^']+)': \w+,$/gm)].map(([, start = '']) => start);
}

const tables = tree().filter((file) => file.startsWith(`${folder}/cases/play-`));
const played = tables.flatMap(playedBy);

// Orchestration knows nothing of connectors, so that its own tests cannot look there.
describe('a scenario that the plan of orchestration leaves to the gateway', () => {
  it.each(Object.keys(flowPlan.gateway))('%s: is played with the gateway', (start) => {
    expect(played).toContain(start);
  });

  it.each(tables)('of %s: the test of the gateway takes the table', (file) => {
    expect(read(`${folder}/flow-cases.test.ts`)).toContain(`./cases/${file.split('/').at(-1)}`);
  });
});
