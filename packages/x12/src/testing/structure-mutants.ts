import type { StructureNode } from '../definition/definition.ts';
import type { MatchedLoop, MatchedSegment } from '../structure/matched.ts';
import type { EditableSegment } from './editable-interchange.ts';
import type { Mutant } from './mutant.ts';
import { bodyOf, type ExpectedPlace, mutant, type Original, withBody } from './original.ts';
import { fitsLater, idsIn, levelAt, startOf } from './place-in-structure.ts';
import { spanOf } from './span-of.ts';

/**
 * Faults of the order of segments: missing, too often, unknown, misplaced, swapped. Only where the standard leaves no
 * doubt what the fault is: a segment that would fit another place as well is left alone.
 */
export function structureMutants(original: Original): Mutant[] {
  return [
    ...strayMutants(original),
    ...unitsOf(original.root).flatMap((unit) => [...missingMutants(original, unit), ...overMutants(original, unit)]),
    ...swappedMutants(original),
  ];
}

/** What stands at one place of one level: the uses of a segment, or the repetitions of a loop. */
interface Unit {
  readonly node: StructureNode;
  readonly level: MatchedLoop;
  readonly members: readonly (MatchedSegment | MatchedLoop)[];
}

function unitsOf(level: MatchedLoop): Unit[] {
  const nodes = [...new Set(level.members.map(({ use }) => use))];
  return nodes.flatMap((node) => {
    const members = level.members.filter(({ use }) => use === node);
    const inner = members.flatMap((member) => (member.kind === 'loop' ? unitsOf(member) : []));
    return node === undefined ? inner : [{ node, level, members }, ...inner];
  });
}

/** ST is 1, so the first segment of the body is 2. */
const FIRST_POSITION = 2;

function strayMutants(original: Original): Mutant[] {
  const { definition, places, delimiters } = original;
  const [first, ...rest] = bodyOf(original);
  const start = places[0];
  if (first === undefined || start === undefined) return [];
  const put = (name: string, code: Parameters<typeof mutant>[2], id: string) => {
    const stray: EditableSegment = { lead: first.lead, elements: [id, '1'] };
    return mutant(original, name, code, { segment: FIRST_POSITION + 1 }, withBody(original, [first, stray, ...rest]));
  };
  const own = new Set(idsIn(definition.structure));
  const others = Object.keys(definition.segments).filter((id) => !own.has(id) && !ENVELOPE.has(id));
  const [foreign] = others;
  // Only the outermost level is open there.
  const inner =
    start.loop.use === undefined
      ? [...own].find((id) => !definition.structure.some((node) => startOf(node) === id))
      : undefined;
  const unknown = ['ZZ9', 'YY9', 'XX9'].find(
    (id) => definition.segments[id] === undefined && !id.includes(delimiters.element),
  );
  return [
    ...(unknown === undefined ? [] : [put(`${unknown} is no segment`, 'segment-unknown', unknown)]),
    ...(foreign === undefined ? [] : [put(`${foreign} is no segment of the set`, 'segment-not-in-set', foreign)]),
    ...(inner === undefined ? [] : [put(`${inner} stands outside of its loop`, 'segment-unexpected', inner)]),
  ];
}

const ENVELOPE = new Set(['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE', 'TA1', 'BIN', 'BDS']);

const severityOf = ({ sure }: StructureNode): ExpectedPlace => (sure ? {} : { severity: 'information' });

function missingMutants(original: Original, { node, level, members }: Unit): Mutant[] {
  const { places, set, setTrailer } = original;
  const { nodes, index } = levelAt(original, level, node);
  const [only] = members;
  // What begins a loop is the loop: without it the rest would belong elsewhere.
  const beginsLoop = level.use !== undefined && index === 0;
  if (isAsked(original, node)) return [];
  if (node.requirement !== 'M' || members.length !== 1 || beginsLoop || only === undefined) return [];
  const id = startOf(node);
  const [first, last] = spanOf(only);
  const next = places[last + 1 - FIRST_POSITION]?.segment.id;
  const comesAgain = places.some(({ segment }) => segment.position > last && segment.id === id);
  const before = level.members[level.members.indexOf(only) - 1];
  const openBefore = before?.kind === 'loop' ? idsIn(before.use?.children ?? []) : [];
  const skipped = nodes.slice(0, index).map(startOf);
  if (comesAgain || (next !== undefined && [...openBefore, ...skipped].includes(next))) return [];
  const body = bodyOf(original);
  if (last - first + 1 >= setTrailer - set - 1) return [];
  const left = body.filter((_, at) => at + FIRST_POSITION < first || at + FIRST_POSITION > last);
  return [
    mutant(
      original,
      `${id} is missing`,
      'segment-missing',
      { segment: first, ...severityOf(node) },
      withBody(original, left),
    ),
  ];
}

/** Whether a companion guide speaks of a segment or of what is in a loop: it may take offence as well. */
function isAsked({ mentions }: Original, node: StructureNode): boolean {
  return idsIn([node]).some((id) => mentions.names(id));
}

/** Most copies that are put in. */
const MOST_COPIES = 30;

function overMutants(original: Original, { node, level, members }: Unit): Mutant[] {
  const most = node.kind === 'segment' ? node.maximumUse : node.repeat;
  const { index } = levelAt(original, level, node);
  const beginsLoop = level.use !== undefined && index === 0;
  if (isAsked(original, node)) return [];
  if (most > MOST_COPIES || beginsLoop || (node.kind === 'loop' && node.hierarchical)) return [];
  const id = startOf(node);
  if (node.kind === 'loop' && idsIn(node.children.slice(1)).includes(id)) return [];
  if (fitsLater(original, level, node, id)) return [];
  const body = bodyOf(original);
  const [first, last] = spanOf(members.at(-1));
  const copy = body.slice(first - FIRST_POSITION, last - FIRST_POSITION + 1);
  const copies = Array.from({ length: most - members.length + 1 }, () => copy).flat();
  const at = last - FIRST_POSITION + 1;
  // The last copy is the one too many.
  const segment = last + 1 + copies.length - copy.length;
  const changed = withBody(original, [...body.slice(0, at), ...copies, ...body.slice(at)]);
  const place = { segment, ...severityOf(node) };
  return node.kind === 'loop'
    ? [mutant(original, `the loop ${id} comes more than ${most} times`, 'loop-over-repeat', place, changed)]
    : [mutant(original, `${id} comes more than ${most} times`, 'segment-over-use', place, changed)];
}

function swappedMutants(original: Original): Mutant[] {
  const { places, definition } = original;
  const ids = idsIn(definition.structure);
  return places.flatMap((left, at) => {
    const right = places[at + 1];
    if (right === undefined || right.loop !== left.loop || left.use === right.use) return [];
    const { index } = levelAt(original, left.loop, left.use);
    const beginsLoop = left.loop.use !== undefined && index === 0;
    const isBound = [left, right].some(({ segment }) => segment.id === 'LS' || segment.id === 'LE');
    if (isAsked(original, left.use) || isAsked(original, right.use)) return [];
    if (beginsLoop || isBound || fitsLater(original, left.loop, left.use, left.segment.id)) return [];
    // Where it has another place too, it may as well be the one out of order.
    if (ids.filter((id) => id === right.segment.id).length > 1) return [];
    const body = bodyOf(original);
    const swapped = [...body.slice(0, at), body[at + 1], body[at], ...body.slice(at + 2)] as EditableSegment[];
    const place = { segment: FIRST_POSITION + at + 1, ...severityOf(left.use) };
    const name = `${left.segment.id} comes after ${right.segment.id}`;
    return [mutant(original, name, 'segment-out-of-sequence', place, withBody(original, swapped))];
  });
}
