import type { Direction } from '../map/rule.ts';
import type { Lookup } from './run.ts';
import { type RunnableMap, startRun } from './start-run.ts';

/** What the lookup codecs ask for when a map runs over a document. Keys that no rule reaches are not asked for. */
export function lookupsOf(runnable: RunnableMap, direction: Direction, document: unknown): readonly Lookup[] {
  const run = startRun(runnable, direction, document, {});
  runnable.operation[direction](run, run.source, run.target);
  return [...run.lookups.values()];
}
