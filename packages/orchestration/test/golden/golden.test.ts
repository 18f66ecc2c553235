import { readFileSync } from 'node:fs';
import { defaultPolicy, type OrderEvent, type Policy, upcast } from '@dist/orchestration';
import { given } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { firstHistories } from './first-histories.ts';
import { firstReleaseOf } from './first-release-of.ts';
import type { History } from './history.ts';
import { laterHistories } from './later-histories.ts';
import { type GoldenHistory, recordHistory } from './record-history.ts';
import { sharedHistories } from './shared-histories.ts';
import { storedHistories, storeHistory } from './stored-histories.ts';
import { undoneHistories } from './undone-histories.ts';

const firstPolicy: Partial<Policy> = JSON.parse(readFileSync(new URL('v1-policy.json', import.meta.url), 'utf8'));

/** Events as a journal gives them back, or the first issue of one that cannot be read. */
function read(history: GoldenHistory): readonly OrderEvent[] {
  return history.steps.map(({ event }) => {
    const known = upcast(event);
    if ('code' in known) throw new Error(`${known.code} at ${known.path.join('.')}: ${known.message}`);
    return known;
  });
}

/** What the machine of today makes of a stored life. */
function livedAgain(history: GoldenHistory, policy: Policy): GoldenHistory {
  const stored = history.steps.map(({ event }) => event);
  let index = 0;
  return recordHistory(history, read(history), { ...policy, ...history.policy }, () => stored[index++]);
}

/** Types of events that a release was the first to know, and that no history of it has. */
function lacking(release: 1 | 2, histories: readonly GoldenHistory[]): readonly string[] {
  const told = new Set(histories.flatMap(({ steps }) => steps.map(({ event }) => (event as OrderEvent).type)));
  const types = Object.keys(firstReleaseOf) as OrderEvent['type'][];
  return types.filter((type) => firstReleaseOf[type] === release && !told.has(type));
}

describe('a history that the first release wrote', () => {
  const histories = storedHistories('v1');

  it('is there for every kind of event of that release', () => {
    expect(histories.length).toBe(firstHistories.length);
    expect(lacking(1, histories)).toEqual([]);
    for (const { steps } of histories) for (const { event } of steps) expect(event).toMatchObject({ v: 1 });
  });

  it.each(histories)('gives the same effects, phase and lines: $name', (history) => {
    expect(livedAgain(history, { ...defaultPolicy, ...firstPolicy })).toEqual(history);
  });
});

/** `RECORD=1` writes what is not there; a history that is there is a contract, and is only ever compared. */
describe('a history that this release writes', () => {
  const wanted = [...laterHistories, ...sharedHistories, ...undoneHistories];
  if (process.env['RECORD'] === '1') {
    const known = new Set(storedHistories('v2').map(({ name }) => name));
    for (const history of wanted) if (!known.has(history.name)) storeHistory(recorded(history));
  }
  const histories = storedHistories('v2');

  it('is there for every kind of event that came after the first release', () => {
    expect(histories.map(({ name }) => name).sort()).toEqual(wanted.map(({ name }) => name).sort());
    expect(lacking(2, histories)).toEqual([]);
    for (const { steps } of histories) for (const { event } of steps) expect(event).toMatchObject({ v: 2 });
  });

  it.each(histories)('gives the same effects, phase and lines: $name', (history) => {
    expect(livedAgain(history, defaultPolicy)).toEqual(history);
  });
});

function recorded({ name, id = 'order-1', policy = {}, events }: History): GoldenHistory {
  const whole = { ...defaultPolicy, ...policy };
  return recordHistory({ name, id, policy }, given(events, { id, policy: whole }).events, whole);
}
