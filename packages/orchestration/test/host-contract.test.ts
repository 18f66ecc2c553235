import { defaultPolicy } from '@dist/orchestration';
import { memoryJournal } from '@dist/orchestration/runtime';
import { type HostSetting, hostContract, memoryHost } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { outside } from './outside.ts';

describe('the contract of hosts', () => {
  for (const { name, run } of hostContract({ open })) it(`memory: ${name}`, run);

  it('names no test that there is not', () => {
    expect(() => hostContract({ open, except: [{ reason: 'none', tests: ['nothing'] }] })).toThrow('no test "nothing"');
  });

  it('wants a look-up to come after the performer has ended', () => {
    const { performers } = outside();
    const rest = { policy: defaultPolicy, performers, records: memoryJournal(), clock: () => '' };
    expect(() => memoryHost({ ...rest, timeout: 10_001 })).toThrow('could land after the look-up');
    expect(() => memoryHost({ ...rest, timeout: 10_000 })).not.toThrow();
    expect(() => memoryHost({ ...rest, timeout: 0 })).toThrow(RangeError);
  });
});

/** Time goes to what is due next, as soon as nothing is left to do. */
async function open(setting: HostSetting) {
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  const clock = () => new Date(now++).toISOString();
  // A performer that hangs is not waited for in real time.
  const host = memoryHost({ ...setting, timeout: Math.min(setting.timeout, 20), records: memoryJournal(), clock });
  const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
    for (let round = 0; round < 200; round++) {
      if (await holds()) return;
      if ((await host.work()) > 0) continue;
      now = Math.max(now, Date.parse(host.next() ?? clock()));
    }
    throw new Error(`never: ${what}`);
  };
  return { host, clock, until, close: async () => undefined };
}
