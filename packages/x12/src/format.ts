import { cut } from './format/cut.ts';
import { sentence } from './format/sentence.ts';
import { sourceExcerpt } from './format/source-excerpt.ts';
import { visible } from './format/visible.ts';
import type { Issue } from './issue.ts';
import { toBytes } from './lexical/bytes.ts';

/** What can be shown: an issue of any of the packages. Only those of x12 have a place in bytes, only those of maps a rule. */
export type FormattableIssue = Pick<Issue, 'code' | 'severity' | 'message'> &
  Partial<Omit<Issue, 'code' | 'severity' | 'message'>> & { readonly rule?: string | undefined };

export interface FormatOptions {
  /** The input of the issue; with it the faulty segment is shown. */
  readonly source?: string | Uint8Array | undefined;
  /** Name of the file, for the beginning of the text. */
  readonly file?: string | undefined;
}

/**
 * An issue for a person, on one to three lines without a line break at the end. With the source (or `{ source, file }`):
 * ```text
 * orders.edi: PO1 segment 12, PO1 loop 2, set 0001, offset 412 (line 13): PO102 (quantity ordered) holds …; expected a decimal number, found "2O" [AK403-6]
 *   PO1*1*2O*EA*3.25**UP*012345678905
 *         ^^
 * ```
 * Loops are counted from 1 in the loop around them. Control characters are made visible, long segments cut around the
 * fault. What the message says itself (its place, what was expected and found) is not said again.
 */
export function format(issue: FormattableIssue, sourceOrOptions: string | Uint8Array | FormatOptions = {}): string {
  const { source, file } = optionsOf(sourceOrOptions);
  const excerpt = source && issue.at ? sourceExcerpt(toBytes(source), issue.at) : undefined;
  const offset = issue.at && (excerpt || issue.at.offset > 0) ? `offset ${issue.at.offset}` : undefined;
  const line = excerpt ? ` (line ${excerpt.line})` : '';
  const places = [...placeOf(issue), ...(offset === undefined ? [] : [offset + line])];
  const head = [file === undefined ? [] : [visible(file)], places.length === 0 ? [] : [places.join(', ')]].flat();
  const text = [...head, statement(issue)].join(': ');
  return excerpt ? `${text}\n  ${excerpt.text}\n  ${' '.repeat(excerpt.column)}${'^'.repeat(excerpt.width)}` : text;
}

const optionsOf = (given: string | Uint8Array | FormatOptions): FormatOptions =>
  typeof given === 'string' || given instanceof Uint8Array ? { source: given } : given;

function placeOf(issue: FormattableIssue): string[] {
  const { at, path = [], address, message } = issue;
  if (at?.segment === undefined) {
    return path.length === 0 || namesPlace(issue, path) ? [] : [visible(cut(path.join('/'), 160))];
  }
  const named = path.filter((step) => typeof step === 'string');
  const designator = at.element === undefined ? undefined : named.at(-1);
  const segment = named.at(designator === undefined ? -1 : -2);
  return [
    `${segment === undefined ? '' : `${visible(cut(segment))} `}segment ${at.segment}`,
    ...(designator === undefined || message.startsWith(designator) ? [] : [visible(cut(designator))]),
    ...(at.repeat === undefined ? [] : [`repeat ${at.repeat}`]),
    ...loopsOf(path),
    ...(address?.set === undefined ? [] : [`set ${visible(cut(address.set))}`]),
  ];
}

/** The loops around a place, the inner one first: `N1 loop 2`, `PO1 loop 12`. */
function loopsOf(path: readonly (string | number)[]): string[] {
  const loops = path.flatMap((step, index) => {
    const [, id] = typeof step === 'string' ? (LOOP.exec(step) ?? []) : [];
    if (id === undefined) return [];
    const number = path[index + 1];
    return [typeof number === 'number' ? `${id} loop ${number + 1}` : `${id} loop`];
  });
  return loops.reverse();
}

/** Keys of loops in a path; what a received file names can not be one, because ids have at most three characters. */
const LOOP = /^([A-Z][A-Z0-9]{1,2})Loop\d*$/;

/** Whether the message begins with the place: that of a map's rule does, in the notation of its paths. */
function namesPlace({ message, rule }: FormattableIssue, path: readonly (string | number)[]): boolean {
  if (rule !== undefined) return true;
  const bracketed = path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`));
  return [path.join('.'), bracketed.join('')].some(
    (place) => message.startsWith(place) && !/^[\w.[]/.test(message.slice(place.length)),
  );
}

function statement(issue: FormattableIssue): string {
  const { severity, acknowledgment, guide } = issue;
  const basis = [
    ...(acknowledgment === undefined ? [] : [acknowledgment]),
    ...(guide === undefined ? [] : [`guide ${cut(guide)}`]),
  ];
  const text = basis.length === 0 ? sentence(issue) : `${sentence(issue)} [${visible(basis.join(', '))}]`;
  return severity === 'error' ? text : `${severity}: ${text}`;
}
