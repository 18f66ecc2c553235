import type { Batch, StreamAppend } from '@dist/orchestration/runtime';
import { expect, it } from 'vitest';
import { foreseenConflict } from '../../src/runtime/postgres/foreseen-conflict.ts';

const stream = (id: string, expectedVersion: number): StreamAppend => {
  return { id, expectedVersion, log: [], timers: [], notes: [] };
};
const numbered = (expected: number): Batch => ({ sequences: [{ name: 'isa', expected, next: expected + 1 }] });
const marked = (expected: string | undefined, value: string): Batch => ({ marks: [{ key: 'm', expected, value }] });
const appended = [{ status: 'appended' }] as const;

it.each<[string, Batch, Batch, object | undefined]>([
  [
    'a version that another has moved',
    { streams: [stream('a', 1)] },
    { streams: [stream('a', 1)] },
    conflict('version', 'a'),
  ],
  ['the version that another has just made', { streams: [stream('a', 2)] }, { streams: [stream('a', 1)] }, undefined],
  ['another order', { streams: [stream('b', 1)] }, { streams: [stream('a', 1)] }, undefined],
  ['a number that another has taken', numbered(4), numbered(4), conflict('sequence', 'isa')],
  ['the number after it', numbered(5), numbered(4), undefined],
  ['a mark that is there now', marked(undefined, 'b'), marked(undefined, 'a'), conflict('mark', 'm')],
  ['a mark that is as it was expected', marked('a', 'b'), marked(undefined, 'a'), undefined],
])('%s', (_, waiting, done, expected) => {
  expect(foreseenConflict(waiting, [done], appended)).toEqual(expected);
});

it('what was not appended has moved nothing', () => {
  const answers = [{ status: 'conflict', what: 'sequence', key: 'isa' }] as const;
  expect(foreseenConflict(numbered(4), [numbered(4)], answers)).toBeUndefined();
});

function conflict(what: string, key: string): object {
  return { status: 'conflict', what, key };
}
