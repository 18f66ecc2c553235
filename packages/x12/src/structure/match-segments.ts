import type { LoopUse, StructureNode } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';
import { addSegment, type Level, openLevel, openLoop } from './level.ts';
import { comesTooEarly, holds, lookBack, lookForward, lookNext } from './look-ahead.ts';
import type { Candidate, MatchOptions, MatchState } from './match-state.ts';
import type { MatchedLoop } from './matched.ts';
import { belongsTo } from './places.ts';
import { misplacedIssue, missingIssue } from './structure-issue.ts';

/** The loop tree of a set, and what the pass lost on its way. */
export interface MatchedSet extends Pick<MatchState, 'strays' | 'lostLevels'> {
  readonly root: MatchedLoop;
}

/**
 * Lays segments along the structure of their set in one forward pass and gives the loop tree. Of several places the
 * innermost that comes next is taken, as in the standard. One cause gives one issue: after a segment that is unknown, out
 * of order or without the loop it belongs to, the next ones are taken where they stand.
 */
export function matchSegments(options: MatchOptions): MatchedSet {
  const root: MatchedLoop = { kind: 'loop', number: 0, members: [] };
  const state: MatchState = {
    ...options,
    levels: [openLevel(root, options.definition.structure)],
    pardons: 0,
    last: undefined,
    lateRun: undefined,
    strays: [],
    lostLevels: false,
  };
  const { body, end } = options;
  for (let at = 0; at < body.length; at++) place(state, body[at] as Segment, at);
  if (end !== undefined) while (state.levels.length > 0) closeLevel(state, end);
  return { root, strays: state.strays, lostLevels: state.lostLevels };
}

function place(state: MatchState, segment: Segment, at: number): void {
  const next = lookNext(state, segment);
  if (next !== undefined) {
    acceptUnlessEarly(state, segment, next, at);
    return;
  }
  const { over, forward, doubtful } = lookForward(state, segment, at);
  if (forward !== undefined) acceptUnlessEarly(state, segment, forward, at);
  else if (over !== undefined) acceptOver(state, segment, over);
  // A segment that was not known just before may have been the start of the loop.
  else if (state.pardons > 0 && enterWithoutStart(state, segment)) return;
  else {
    const back = lookBack(state, segment);
    if (back !== undefined) acceptLate(state, segment, back, at);
    else if (doubtful !== undefined) acceptUnlessEarly(state, segment, doubtful, at);
    else reportUnplaced(state, segment, at);
  }
}

function acceptUnlessEarly(state: MatchState, segment: Segment, candidate: Candidate, at: number): void {
  if (!comesTooEarly(state, candidate, at)) {
    accept(state, segment, candidate);
    return;
  }
  const level = state.levels[candidate.depth] as Level;
  const node = level.places.nodes[candidate.index] as StructureNode;
  state.report(
    misplacedIssue('segment-out-of-sequence', segment, state.address, 'comes before its place', level, node),
  );
  level.early ??= new Set();
  level.early.add(candidate.index);
  enter(level, node, segment, 0);
}

function accept(state: MatchState, segment: Segment, { depth, index }: Candidate): void {
  while (state.levels.length > depth + 1) closeLevel(state, segment);
  const level = state.levels[depth] as Level;
  reportMissing(state, level, index, segment);
  level.uses = index === level.index ? level.uses + 1 : 1;
  level.index = index;
  const node = level.places.nodes[index] as StructureNode;
  const inner = enter(level, node, segment, level.uses - 1);
  if (inner !== undefined) state.levels.push(inner);
  else if (level.uses === 1) checkBounds(state, level, segment);
  state.pardons = 0;
}

/** Adds the segment to its level, or begins the repetition that it starts. */
function enter(level: Level, node: StructureNode, segment: Segment, number: number): Level | undefined {
  if (node.kind === 'segment') {
    addSegment(level, node, segment, number);
    return undefined;
  }
  const inner = openLoop(level, node, number);
  inner.index = 0;
  inner.uses = 1;
  addSegment(inner, node.children[0] as StructureNode, segment, 0);
  return inner;
}

function acceptOver(state: MatchState, segment: Segment, candidate: Candidate): void {
  const level = state.levels[candidate.depth] as Level;
  const node = level.places.nodes[candidate.index] as StructureNode;
  level.overused ??= new Set();
  if (!level.overused.has(candidate.index)) {
    level.overused.add(candidate.index);
    const [code, message] =
      node.kind === 'loop'
        ? (['loop-over-repeat', 'begins its loop more often than the set allows'] as const)
        : (['segment-over-use', 'comes more often than its place allows'] as const);
    state.report(misplacedIssue(code, segment, state.address, message, level, node));
  }
  accept(state, segment, candidate);
}

/** Takes a segment whose place has been passed, without going back to it: the loops that are open stay so. */
function acceptLate(state: MatchState, segment: Segment, { depth, index }: Candidate, at: number): void {
  const level = state.levels[depth] as Level;
  const node = level.places.nodes[index] as StructureNode;
  const missing = level.missing?.get(index);
  if (missing !== undefined) state.retract(missing);
  level.missing?.delete(index);
  level.late ??= new Map();
  const known = level.late.get(index);
  const run = state.lateRun;
  const goesOn = run !== undefined && run.at === at - 1 && run.level === level && run.index < index;
  if (known === undefined && !goesOn)
    state.report(
      misplacedIssue('segment-out-of-sequence', segment, state.address, 'comes after its place', level, node),
    );
  const number = known ?? level.loop.members.filter(({ use }) => use === node).length;
  level.late.set(index, number + 1);
  state.lateRun = { at, level, index };
  if (level.loop.use?.hierarchical) state.lostLevels = true;
  if (node.kind === 'loop') closeLate(state, level, segment);
  const inner = enter(level, node, segment, number);
  if (inner !== undefined) {
    inner.isLate = true;
    state.levels.push(inner);
  }
  state.pardons = 0;
}

/** Ends the late repetition of a level that is still open, so that late ones do not pile up. */
function closeLate(state: MatchState, level: Level, next: Segment): void {
  const { levels } = state;
  const open = levels.findIndex((inner) => inner.isLate && inner.loop.parent === level.loop);
  if (open >= 0) while (levels.length > open) closeLevel(state, next);
}

function reportUnplaced(state: MatchState, segment: Segment, at: number): void {
  const { definition, address, body } = state;
  const level = state.levels.at(-1) as Level;
  if (belongsTo(definition.structure, segment.id)) {
    if (state.pardons === 0)
      state.report(misplacedIssue('segment-unexpected', segment, address, 'has no place here', level));
    state.pardons = 0;
    // Where the next segment fits without it, the segment is a stray; else the loop that both belong to lacks its start.
    const next = body[at + 1];
    if (next !== undefined && lookForward(state, next, at + 1).forward === undefined) enterWithoutStart(state, segment);
    return;
  }
  state.pardons++;
  state.strays.push(segment);
  const known = definition.segments[segment.id] !== undefined;
  const message = known ? 'is no segment of this transaction set' : 'is not known';
  state.report(misplacedIssue(known ? 'segment-not-in-set' : 'segment-unknown', segment, address, message, level));
}

/** Opens the next loop that holds the segment, though the segment that starts it is missing. */
function enterWithoutStart(state: MatchState, segment: Segment): boolean {
  for (let depth = state.levels.length - 1; depth >= 0; depth--) {
    const { places, index: reached } = state.levels[depth] as Level;
    const from = Math.max(reached, 0);
    const index = places.nodes.findIndex((node, index) => index >= from && holds(node, segment.id));
    if (index < 0) continue;
    while (state.levels.length > depth + 1) closeLevel(state, segment);
    const level = state.levels[depth] as Level;
    reportMissing(state, level, index, segment);
    level.uses = index === level.index ? level.uses + 1 : 1;
    level.index = index;
    const loop = places.nodes[index] as LoopUse;
    if (loop.hierarchical) state.lostLevels = true;
    const inner = openLoop(level, loop, level.uses - 1);
    inner.index = 0;
    inner.uses = 1;
    inner.bounded = segment.id === 'LE';
    state.levels.push(inner);
    accept(state, segment, { depth: depth + 1, index: inner.places.find(segment.id, 1) });
    return true;
  }
  return false;
}

function closeLevel(state: MatchState, next: Segment): void {
  const level = state.levels.at(-1) as Level;
  reportMissing(state, level, level.places.nodes.length, next);
  state.levels.pop();
}

/** Reports the mandatory places between the one reached and `to`, and an LS that its LE does not follow. */
function reportMissing(state: MatchState, level: Level, to: number, next: Segment): void {
  const { places } = level;
  if (!level.bounded && places.mandatory(level.index + 1, to) < 0) return;
  const report = (index: number) => {
    if (level.early?.has(index)) return;
    if (state.pardons > 0) {
      state.pardons--;
      return;
    }
    const issue = missingIssue(places.nodes[index] as StructureNode, next, state.address, level);
    level.missing ??= new Map();
    level.missing.set(index, issue);
    state.report(issue);
  };
  for (let index = places.mandatory(level.index + 1, to); index >= 0; index = places.mandatory(index + 1, to))
    report(index);
  const trailer = level.bounded ? places.find('LE', level.index + 1) : -1;
  if (trailer < 0 || trailer >= to) return;
  level.bounded = false;
  report(trailer);
}

/** LS and LE bound a loop together: both or neither. */
function checkBounds(state: MatchState, level: Level, segment: Segment): void {
  if (segment.id === 'LS') level.bounded = true;
  if (segment.id !== 'LE') return;
  if (!level.bounded)
    state.report(misplacedIssue('segment-unexpected', segment, state.address, 'ends a loop that no LS began', level));
  level.bounded = false;
}
