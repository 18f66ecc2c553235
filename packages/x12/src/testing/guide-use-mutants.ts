import type { GuideConstraints, PlaceConstraint } from '../guide/constraints-of.ts';
import { type Instance, SetIndex } from '../guide/set-index.ts';
import type { MatchedLoop } from '../structure/matched.ts';
import type { EditableSegment } from './editable-interchange.ts';
import { madeSegment } from './made-segment.ts';
import type { Mutant } from './mutant.ts';
import { bodyOf, mutant, type Original, withBody } from './original.ts';
import { idsIn, levelAt, startOf } from './place-in-structure.ts';
import { segmentText } from './segment-text.ts';
import { spanOf } from './span-of.ts';

/** What a guide asks of how often segments and loops come, each broken once: missing, too often, not used. */
export function guideUseMutants(original: Original, constraints: GuideConstraints): Mutant[] {
  const index = new SetIndex(original.root);
  return constraints.places.flatMap((place) => {
    const { path, node } = place;
    const step = path.steps.at(-1);
    if (path.element !== undefined || step === undefined || node === undefined || step.nodes.length > 1) return [];
    const isTree = node.kind === 'loop' && node.hierarchical;
    // Another rule about the same, or a condition about what is in it, may take offence as well.
    if (isTree || step.index !== undefined || !isFree(original, place)) return [];
    const scopes = index.from(index.root, path.steps.slice(0, -1)).filter((scope) => scope.kind === 'loop');
    const uses = scopes.map((scope): Uses => ({ scope, place, found: index.chosen(scope, step) }));
    return [missingMutants, surplusMutants, unusedMutants].flatMap((make) =>
      uses.flatMap((one) => make(original, one)).slice(0, 1),
    );
  });
}

/** What stands in one loop at the place that a guide speaks of. */
interface Uses {
  readonly scope: MatchedLoop;
  readonly place: PlaceConstraint;
  readonly found: readonly Instance[];
}

/** ST is 1, so the first segment of the body is 2. */
const FIRST_POSITION = 2;

function isFree({ mentions }: Original, { node, path }: PlaceConstraint): boolean {
  const id = path.segment?.id ?? '';
  const inside = node?.kind === 'loop' ? idsIn(node.children) : [id];
  return mentions.uses(id) === 1 && inside.every((one) => mentions.conditions(one) === 0);
}

function missingMutants(original: Original, { scope, place, found }: Uses): Mutant[] {
  const { node, least, path, rule } = place;
  const only = found.at(-1);
  const standing = scope.members.filter(({ use }) => use === node).length;
  if (node === undefined || only === undefined || found.length !== least) return [];
  if (rule.usage !== 'required' && rule.least === undefined) return [];
  if (node.requirement === 'M' && standing === 1) return [];
  const [first, last] = spanOf(only);
  const { nodes, index } = levelAt(original, scope, node);
  const later = scope.members.find(({ use }) => use !== undefined && nodes.indexOf(use) > index);
  const id = startOf(node);
  const before = scope.members[scope.members.indexOf(only) - 1];
  const openBefore = before?.kind === 'loop' ? idsIn(before.use?.children ?? []) : [];
  const next = original.places.find(({ segment }) => segment.position === last + 1);
  // What follows must not slip into the place that has become free, or into the loop before.
  if (next !== undefined && (openBefore.includes(next.segment.id) || (next.segment.id === id && next.use !== node)))
    return [];
  const follows = later === undefined ? spanOf(scope)[1] + 1 : spanOf(later)[0];
  const body = bodyOf(original).filter((_, at) => at + FIRST_POSITION < first || at + FIRST_POSITION > last);
  const at = { segment: follows - (last - first + 1), acknowledgment: 'AK304-3' };
  const name = `${path.text} is missing, which the guide requires`;
  return [mutant(original, name, 'guide-missing', at, withBody(original, body))];
}

/** Most copies that are put in. */
const MOST_COPIES = 30;

function surplusMutants(original: Original, { scope, place, found }: Uses): Mutant[] {
  const { node, rule, path } = place;
  const last = found.at(-1);
  if (node === undefined || last === undefined || rule.most === undefined || rule.usage === 'not-used') return [];
  const standing = scope.members.filter(({ use }) => use === node).length;
  const count = rule.most - found.length + 1;
  const most = node.kind === 'loop' ? node.repeat : node.maximumUse;
  if (count > MOST_COPIES || standing + count > most) return [];
  const [from, to] = spanOf(last);
  const body = bodyOf(original);
  const copy = body.slice(from - FIRST_POSITION, to - FIRST_POSITION + 1);
  const copies = Array.from({ length: count }, () => copy).flat();
  const at = to - FIRST_POSITION + 1;
  const acknowledgment = node.kind === 'loop' ? 'AK304-4' : 'AK304-5';
  // The last copy is the one too many.
  const segment = to + 1 + copies.length - copy.length;
  const changed = [...body.slice(0, at), ...copies, ...body.slice(at)];
  const name = `${path.text} comes more often than the guide allows`;
  return [mutant(original, name, 'guide-repeat', { segment, acknowledgment }, withBody(original, changed))];
}

function unusedMutants(original: Original, { scope, place, found }: Uses): Mutant[] {
  const { node, rule, path } = place;
  const definition = path.segment;
  const isQualified = (path.steps.at(-1)?.qualifiers.length ?? 0) > 0;
  if (rule.usage !== 'not-used' || found.length > 0 || node === undefined || definition === undefined) return [];
  if (isQualified || node.key === 'LS' || node.key === 'LE') return [];
  const { nodes, index } = levelAt(original, scope, node);
  const inner = node.kind === 'loop' ? node.children.slice(1) : [];
  const before = scope.members.filter(({ use }) => use !== undefined && nodes.indexOf(use) < index).at(-1);
  const at = before === undefined ? spanOf(scope)[0] : spanOf(before)[1] + 1;
  const next = original.places.find(({ segment }) => segment.position === at)?.segment.id;
  const id = startOf(node);
  // It must not fit an earlier place, nor take in what follows.
  const isTaken = nodes.slice(0, index).some((earlier) => startOf(earlier) === id);
  const openBefore = before?.kind === 'loop' ? idsIn(before.use?.children ?? []) : [];
  if (before === undefined || isTaken || openBefore.includes(id)) return [];
  if (inner.some(({ requirement }) => requirement === 'M') || (next !== undefined && idsIn(inner).includes(next)))
    return [];
  const made = madeSegment(definition, { chance: () => 0, signs: ['A'], share: 0 });
  const body = bodyOf(original);
  const lead = body[0]?.lead ?? '';
  const added: EditableSegment = { lead, elements: [id, ...segmentText(definition, made, original.delimiters)] };
  const changed = [...body.slice(0, at - FIRST_POSITION), added, ...body.slice(at - FIRST_POSITION)];
  const name = `${path.text} is there, which the guide does not use`;
  const expected = { segment: at, acknowledgment: 'AK304-2' };
  return [mutant(original, name, 'guide-not-used', expected, withBody(original, changed))];
}
