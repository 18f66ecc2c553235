import type { CompiledCondition, CompiledStatement } from '../guide/compile-guide.ts';
import type { GuidePath } from '../guide/guide-path.ts';
import { valueFault } from '../guide/value-fault.ts';
import type { Chance } from './chance.ts';
import type { DocumentEditor } from './document-editor.ts';
import type { DocumentPart, ValueSlot } from './document-places.ts';
import { oneOf } from './one-of.ts';

/** Changes a document until one condition of a guide holds wherever it is asked: mostly by what must be so. */
export function fitCondition(condition: CompiledCondition, editor: DocumentEditor, chance: Chance): void {
  const { at, when, must } = condition;
  const { places } = editor;
  const fit: Fit = { editor, chance };
  for (const scope of at === undefined ? [places.root] : places.from(places.root, at.steps)) {
    if (when !== undefined && !holds(when, scope, 'some', fit)) continue;
    if (holds(must, scope, 'every', fit)) continue;
    if (when === undefined || chance(4) > 0) make(must, scope, true, fit);
    else make(when, scope, false, fit);
  }
}

interface Fit {
  readonly editor: DocumentEditor;
  readonly chance: Chance;
}

type Mode = 'some' | 'every';
type Leaf = Extract<CompiledStatement, { readonly path: GuidePath }>;

/** Whether a statement is true of a document: `some` of the values must fit, or `every` one and at least one. */
function holds(statement: CompiledStatement, scope: DocumentPart, mode: Mode, fit: Fit): boolean {
  switch (statement.kind) {
    case 'all':
      return statement.parts.every((part) => holds(part, scope, mode, fit));
    case 'any':
      return statement.parts.some((part) => holds(part, scope, mode, fit));
    case 'not':
      return !holds(statement.part, scope, mode === 'some' ? 'every' : 'some', fit);
    case 'presence':
      return isThere(statement.path, scope, fit) === statement.present;
    default: {
      const fitting = slotsAt(statement.path, scope, fit).map((slot) => isFitting(statement, slot));
      return fitting.length > 0 && (mode === 'some' ? fitting.includes(true) : !fitting.includes(false));
    }
  }
}

/** Makes a statement true, or false. */
function make(statement: CompiledStatement, scope: DocumentPart, wanted: boolean, fit: Fit): void {
  switch (statement.kind) {
    case 'all':
    case 'any': {
      const isAll = (statement.kind === 'all') === wanted;
      const parts = isAll ? statement.parts : [oneOf(statement.parts, fit.chance)];
      for (const part of parts) make(part, scope, wanted, fit);
      return;
    }
    case 'not':
      make(statement.part, scope, !wanted, fit);
      return;
    case 'presence':
      if (statement.present === wanted) fillAt(statement, scope, fit);
      else clearAt(statement.path, scope, fit);
      return;
    default:
      if (wanted) fillAt(statement, scope, fit);
      else clearAt(statement.path, scope, fit);
  }
}

const partsAt = ({ isAbsolute, steps }: GuidePath, scope: DocumentPart, { editor: { places } }: Fit): DocumentPart[] =>
  places.from(isAbsolute ? places.root : scope, steps);

const slotsAt = (path: GuidePath, scope: DocumentPart, fit: Fit): ValueSlot[] =>
  partsAt(path, scope, fit).flatMap((part) => fit.editor.places.slots(part, path));

function isThere(path: GuidePath, scope: DocumentPart, fit: Fit): boolean {
  return (path.element === undefined ? partsAt(path, scope, fit) : slotsAt(path, scope, fit)).length > 0;
}

const isFitting = ({ rule, is, path: { use } }: Extract<Leaf, { kind: 'value' }>, { text }: ValueSlot): boolean =>
  use !== undefined && valueFault(rule, is, use, text) === undefined;

/** Puts something there, and what fits where a value is asked for. */
function fillAt(leaf: Leaf, scope: DocumentPart, fit: Fit): void {
  const { path } = leaf;
  const { editor } = fit;
  const wish = leaf.kind === 'value' ? { ...leaf.rule, codes: leaf.is } : {};
  if (!isThere(path, scope, fit)) {
    const part = editor.ensure(path.isAbsolute ? editor.places.root : scope, path.steps);
    if (part !== undefined && path.element !== undefined) editor.fill(part, path, wish);
    return;
  }
  const { use } = path;
  if (use !== undefined) for (const slot of slotsAt(path, scope, fit)) editor.refine(slot, use, wish);
}

function clearAt(path: GuidePath, scope: DocumentPart, fit: Fit): void {
  for (const part of partsAt(path, scope, fit))
    if (path.element === undefined) fit.editor.remove(part);
    else fit.editor.clear(part, path);
}
