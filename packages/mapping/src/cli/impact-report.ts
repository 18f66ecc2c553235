import { valueChanges } from '../explain/value-changes.ts';
import { visible } from '../explain/visible.ts';
import type { Format } from '../format/format.ts';
import type { MappingIssue } from '../issue.ts';
import { counted } from './counted.ts';
import { issueSentence } from './issue-sentence.ts';
import type { MappedDocument } from './mapped-document.ts';

/** What becomes of one document under a new map. */
export interface Impact {
  /** The file, and which of its documents. */
  readonly place: string;
  readonly keys: object;
  readonly isSame: boolean;
  /** Whether each map makes a document of it. */
  readonly made: { readonly before: boolean; readonly after: boolean };
  readonly changes: readonly { readonly at: string; readonly before?: unknown; readonly after?: unknown }[];
  /** Issues that only the new map, or only the old one, has. */
  readonly issues: { readonly new: readonly MappingIssue[]; readonly gone: readonly MappingIssue[] };
}

/** Values of one document that are shown; a person does not read more. */
const MOST_SHOWN = 20;

/** Compares what two maps make of one document; `target` is the format of what they make. */
export function impactOf(file: string, before: MappedDocument, after: MappedDocument, target: Format): Impact {
  const { place, keys } = before.source;
  const [left, right] = [before.result, after.result];
  const changes = valueChanges(left.value ?? left.partial, right.value ?? right.partial).map(({ path, ...values }) => {
    return { at: target.notation.of(path), ...values };
  });
  const issues = { new: without(right.issues, left.issues), gone: without(left.issues, right.issues) };
  const made = { before: left.ok, after: right.ok };
  const isSame = changes.length + issues.new.length + issues.gone.length === 0 && left.ok === right.ok;
  return {
    place: place === undefined ? file : `${file}, ${place}`,
    keys: { file, ...keys },
    isSame,
    made,
    changes,
    issues,
  };
}

function without(some: readonly MappingIssue[], others: readonly MappingIssue[]): readonly MappingIssue[] {
  const known = new Set(others.map(issueSentence));
  return some.filter((issue) => !known.has(issueSentence(issue)));
}

/** What a person reads of it; nothing where the document comes out the same. */
export function impactText({ place, isSame, made, changes, issues }: Impact): string {
  if (isSame) return '';
  const lines = [
    ...(made.before === made.after ? [] : [made.after ? 'is made now, and was not before' : 'is not made any more']),
    ...changes.slice(0, MOST_SHOWN).map(({ at, before, after }) => `${at}: ${shown(before)} → ${shown(after)}`),
    ...(changes.length > MOST_SHOWN ? [`and ${counted(changes.length - MOST_SHOWN, 'value')} more (--json)`] : []),
    ...issues.new.slice(0, MOST_SHOWN).map((issue) => `new issue: ${issueSentence(issue)}`),
    ...issues.gone.slice(0, MOST_SHOWN).map((issue) => `issue gone: ${issueSentence(issue)}`),
  ];
  return lines.map((line) => `${visible(`${place}: ${line}`)}\n`).join('');
}

function shown(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
