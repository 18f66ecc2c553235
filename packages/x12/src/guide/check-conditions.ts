import type { CompiledCondition, CompiledStatement } from './compile-guide.ts';
import { conditionInWords } from './condition-in-words.ts';
import type { GuidePath } from './guide-path.ts';
import type { GuideRun } from './guide-run.ts';
import { headOf, type Instance } from './set-index.ts';
import { StatementTruth, type Value } from './statement-truth.ts';

/** Every condition of a guide, in each loop or segment that it stands at. One that is broken is told once in each. */
export function checkConditions(run: GuideRun): void {
  const context: Context = { run, truth: new StatementTruth(run.index), told: new Set() };
  for (const condition of run.compiled.conditions) {
    const places = condition.at === undefined ? [run.index.root] : run.index.all(condition.at.steps);
    for (const scope of places) checkCondition(condition, scope, context);
  }
}

interface Context {
  readonly run: GuideRun;
  readonly truth: StatementTruth;
  /** What was told of the whole set: it is one cause, wherever it is asked from. */
  readonly told: Set<GuidePath>;
}

function checkCondition(condition: CompiledCondition, scope: Instance, { run, truth, told }: Context): void {
  const head = headOf(scope);
  if (head !== undefined && run.isTold(head.segment)) return;
  if (condition.when !== undefined && !truth.holds(condition.when, scope, 'some')) return;
  if (truth.holds(condition.must, scope, 'every')) return;
  const culprit = culpritOf(condition.must, scope, 'every', truth);
  if (culprit === undefined || told.has(culprit.leaf.path)) return;
  if (culprit.leaf.path.isAbsolute) told.add(culprit.leaf.path);
  tell(condition, breach(culprit, scope, truth), scope, run);
}

/** The part of a statement that decides: one that should be so and is not, or is so and should not. */
interface Culprit {
  readonly leaf: Extract<CompiledStatement, { path: GuidePath }>;
  readonly isForbidden: boolean;
}

function culpritOf(
  statement: CompiledStatement,
  scope: Instance,
  mode: 'some' | 'every',
  truth: StatementTruth,
): Culprit | undefined {
  const isForbidden = mode === 'some';
  switch (statement.kind) {
    case 'all':
    case 'any': {
      const part = statement.parts.find((one) => truth.holds(one, scope, mode) === isForbidden);
      return part && culpritOf(part, scope, mode, truth);
    }
    case 'not':
      return culpritOf(statement.part, scope, isForbidden ? 'every' : 'some', truth);
    default:
      return { leaf: statement, isForbidden };
  }
}

/** Where it is. */
interface Breach {
  readonly path: GuidePath;
  /** What should not be there, or not be so; absent where something is missing. */
  readonly found: Value | undefined;
  readonly isWrongValue: boolean;
}

function breach({ leaf, isForbidden }: Culprit, scope: Instance, truth: StatementTruth): Breach {
  const { path } = leaf;
  if (leaf.kind === 'presence') return { path, found: truth.first(path, scope), isWrongValue: false };
  const found = truth.first(path, scope, (text) => truth.fits(leaf, text) === isForbidden);
  return { path, found, isWrongValue: true };
}

function tell({ rule }: CompiledCondition, broken: Breach, scope: Instance, run: GuideRun): void {
  // A partner's own sentence may have its full stop; more follows here.
  const words = conditionInWords(rule).replace(/\.\s*$/, '');
  const { found } = broken;
  if (found === undefined) {
    tellMissing(broken.path, scope, run, { words, complaint: `is missing by the condition ${rule.id}: ${words}` });
    return;
  }
  const complaint = `breaks the condition ${rule.id}: ${words}`;
  const fault = { code: 'guide-condition', complaint, expected: words } as const;
  const { use } = broken.path;
  if (found.place === undefined || use === undefined)
    run.instance(found.instance, { ...fault, acknowledgment: 'AK304-2' });
  else
    run.element(found.member, use, found.place, {
      ...fault,
      acknowledgment: broken.isWrongValue ? 'AK403-7' : 'AK403-10',
    });
}

/** The element that is not there, or the outermost loop or segment on the way to it. */
function tellMissing(
  { isAbsolute, steps, element, component, use }: GuidePath,
  scope: Instance,
  run: GuideRun,
  { words, complaint }: { readonly words: string; readonly complaint: string },
): void {
  const fault = { code: 'guide-condition', expected: words } as const;
  let reached: Instance = isAbsolute ? run.index.root : scope;
  for (const step of steps) {
    if (reached.kind === 'segment') return;
    const [next] = run.index.chosen(reached, step);
    if (next === undefined) {
      run.missing(reached, step, { ...fault, complaint: `${step.id} ${complaint}`, acknowledgment: 'AK304-3' });
      return;
    }
    reached = next;
  }
  const head = headOf(reached);
  if (head === undefined || element === undefined || use === undefined) return;
  const place = { element, ...(component === undefined ? {} : { component }) };
  run.element(head, use, place, { ...fault, complaint, acknowledgment: 'AK403-2' });
}
