import { describe, expect, it } from 'vitest';
import { flowCases, type Play } from './cases/flow-case.ts';
import { loads } from './cases/play-load.ts';
import { partners } from './cases/play-partner.ts';
import { resent } from './cases/play-resent.ts';
import { running } from './cases/play-running.ts';

/** Shared scenarios, played from bytes to bytes on a journal of SQLite, by the beginning of their names. */
const plays: Readonly<Record<string, Play>> = { ...resent, ...running, ...loads, ...partners };

const own = flowCases('resent', 'running', 'load');
const all = [...own, ...flowCases('time')];
const absent = all.length === 0 ? ' (the shared cases are not here)' : '';

describe.skipIf(all.length === 0)(`scenarios of the gateway${absent}`, () => {
  for (const [start, play] of Object.entries(plays)) {
    const flow = all.find(({ name }) => name.startsWith(start));
    it(flow ? `${flow.rules.join(' ')} ${flow.name}` : start, async () => {
      if (flow === undefined) throw new Error('there is no such scenario any more');
      await play(flow);
    });
  }

  it('each one of what comes again, of the running of it and of loads is played', () => {
    const missing = own.filter(({ name }) => !Object.keys(plays).some((start) => name.startsWith(start)));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
