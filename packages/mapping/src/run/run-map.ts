import type { MapResult, RunOptions, RunReport, Trace } from '../compiled-map.ts';
import type { MappingIssue, Side } from '../issue.ts';
import type { Direction } from '../map/rule.ts';
import type { KeptNode } from './complement.ts';
import { type Finishing, finish } from './finish.ts';
import { isKeptNode } from './is-kept-node.ts';
import { remainder } from './remainder.ts';
import type { Run } from './run.ts';
import { type RunnableMap, startRun } from './start-run.ts';
import { targetFaults } from './target-faults.ts';
import { inWords } from './traced.ts';

/** Runs a map over a document. Whatever the document is, it does not throw. */
export function runMap<T>(
  runnable: RunnableMap,
  direction: Direction,
  document: unknown,
  options: RunOptions = {},
): MapResult<T> {
  const { map, formats } = runnable;
  if (map.direction !== undefined && map.direction !== direction) {
    throw new RangeError(`map ${map.id} runs in direction ${map.direction} only`);
  }
  const run = startRun(runnable, direction, document, options);
  const issues = run.issues;
  if (isObject(document)) runnable.operation[direction](run, run.source, run.target);
  else issues.push(noDocument(run.sourceSide, document));
  run.finish();
  const finishing: Finishing = { fills: formats[run.targetSide].fillsRequired, unplaced: 0 };
  const kept = keptFor(runnable, run, options);
  const made = finish(run.target, kept, finishing);
  if (finishing.unplaced > 0) issues.push(unplaced(run.targetSide, finishing.unplaced));
  if (isObject(document) && options.validate !== false) {
    issues.push(...targetFaults(runnable, run, made, { document, facts: options.facts, kept }));
  }
  return toResult<T>(report(runnable, run), made);
}

function isObject(document: unknown): boolean {
  return typeof document === 'object' && document !== null && !Array.isArray(document);
}

function noDocument(side: Side, document: unknown): MappingIssue {
  const found = Array.isArray(document) ? 'a list' : document === null ? 'null' : typeof document;
  const message = `expected a document, found ${found}`;
  return { code: 'document-malformed', severity: 'error', message, path: [], side, expected: 'an object', found };
}

/** The complement, where it is one of this map and of the side that is made. */
function keptFor({ map }: RunnableMap, run: Run, { complement }: RunOptions): KeptNode | undefined {
  if (complement === undefined) return undefined;
  // It has been stored as JSON in between, and may be anything.
  const isKept = isObject(complement) && isKeptNode(complement.kept);
  if (isKept && complement.map === map.id && complement.side === run.targetSide) return complement.kept;
  const expected = `what ${map.id} kept of a ${run.targetSide} document`;
  const found = isKept ? `what ${complement.map} kept of a ${complement.side} document` : 'no complement';
  const message = `the complement is not used: expected ${expected}, found ${found}`;
  run.issues.push({ code: 'complement-differs', severity: 'warning', message, path: [], expected, found });
  return undefined;
}

function unplaced(side: Side, count: number): MappingIssue {
  const message = `${count} kept value(s) have no place any more, because what stood around them is gone`;
  return { code: 'complement-unplaced', severity: 'warning', message, path: [], side };
}

function report(runnable: RunnableMap, run: Run): RunReport {
  const { map } = runnable;
  const side = run.sourceSide;
  const rest = remainder(run.source, runnable.formats[side].notation);
  for (const path of rest.tooDeep) {
    const message = `${run.placeOf(side, path)}: nested too deep to be kept`;
    run.issues.push({ code: 'document-too-deep', severity: 'error', message, path, side });
  }
  const complement = { map: map.id, side, kept: rest.kept ?? {} };
  return { issues: run.issues, loss: rest.loss, complement, trace: traceOf(runnable, run) };
}

function traceOf({ map, hash, formats }: RunnableMap, run: Run): Trace | undefined {
  if (run.trace === undefined) return undefined;
  const steps = inWords(run.trace, formats[run.sourceSide].notation, formats[run.targetSide].notation);
  return { map: map.id, version: map.version, hash, direction: run.direction, steps };
}

function toResult<T>({ issues, loss, complement, trace }: RunReport, made: unknown): MapResult<T> {
  const report = trace === undefined ? { issues, loss, complement } : { issues, loss, complement, trace };
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, partial: made, ...report };
  return { ok: true, value: made as T, ...report };
}
