import type { Facts } from '../codec/codec.ts';
import type { MappingIssue } from '../issue.ts';
import type { KeptNode } from './complement.ts';
import { finish } from './finish.ts';
import type { Run } from './run.ts';
import { type RunnableMap, startRun } from './start-run.ts';

type Keys = readonly (string | number)[];

/**
 * What the schema of the target finds wrong in what was made, each fault with the rule that made the value. A place that
 * stays empty because of an error reported already is left out: one cause, one issue.
 */
export function targetFaults(runnable: RunnableMap, run: Run, made: unknown, given: Given): MappingIssue[] {
  const side = run.targetSide;
  const faults = runnable.formats[side].validate?.(made) ?? [];
  if (faults.length === 0) return [];
  const gaps = gapsOf(run);
  const left = faults.filter(({ path }) => !isKnown(path, gaps));
  if (left.length === 0) return [];
  const makers = makersOf(runnable, run, given);
  const fillers = runnable.fillers[side];
  return left.map((fault) => {
    const rule = makerOf(fault.path, makers) ?? fillers.get(JSON.stringify(fault.path.filter(isName)));
    return { ...fault, side, rule };
  });
}

/** What the run was given. */
interface Given {
  readonly document: unknown;
  readonly facts: Facts | undefined;
  readonly kept: KeptNode | undefined;
}

interface Gaps {
  readonly places: ReadonlySet<string>;
  /** Places that hold one of them. */
  readonly around: ReadonlySet<string>;
}

function gapsOf(run: Run): Gaps {
  const places = new Set<string>();
  const around = new Set<string>();
  for (const path of run.gaps.flatMap((paths) => paths())) {
    places.add(JSON.stringify(path));
    for (let length = 0; length < path.length; length++) around.add(JSON.stringify(path.slice(0, length)));
  }
  return { places, around };
}

function isKnown(path: Keys, { places, around }: Gaps): boolean {
  if (around.has(JSON.stringify(path))) return true;
  return path.some((_, at) => places.has(JSON.stringify(path.slice(0, at + 1))));
}

/** Who made which value is known only to a trace. Schema faults are rare, so that the map then simply runs again. */
function makersOf(runnable: RunnableMap, { direction }: Run, { document, facts, kept }: Given): Map<string, string> {
  const run = startRun(runnable, direction, document, { facts, trace: true });
  runnable.operation[direction](run, run.source, run.target);
  run.finish();
  finish(run.target, kept, { fills: false, unplaced: 0 });
  const makers = new Map<string, string>();
  for (const traced of run.trace ?? []) {
    const { to, toKeys, rule } = traced;
    makers.set(JSON.stringify([...to.path(), ...toKeys]), rule);
  }
  return makers;
}

function makerOf(path: Keys, makers: ReadonlyMap<string, string>): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const maker = makers.get(JSON.stringify(path.slice(0, length)));
    if (maker !== undefined) return maker;
  }
  return undefined;
}

function isName(step: string | number): boolean {
  return typeof step === 'string';
}
