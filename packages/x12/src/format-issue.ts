import { sourceExcerpt } from './format/source-excerpt.ts';
import { visible } from './format/visible.ts';
import type { Issue } from './issue.ts';

/** What can be shown: an issue of any @dist package. Only those of x12 have a place in bytes. */
export type FormattableIssue = Pick<Issue, 'code' | 'severity' | 'message'> &
  Partial<Omit<Issue, 'code' | 'severity' | 'message'>>;

export interface FormatIssueOptions {
  /** The input of the issue; with it the faulty segment is shown. */
  readonly source?: Uint8Array | undefined;
  /** Name of the file, for the beginning of the text. */
  readonly file?: string | undefined;
}

/**
 * An issue for a person, on one to three lines without a line break at the end:
 * ```text
 * orders.edi: PO1 segment 12, set 0001, offset 412 (line 13): PO102 (quantity ordered) holds …; expected a decimal number, found "2O"
 *   PO1*1*2O*EA*3.25**UP*012345678905
 *         ^^
 * ```
 * Control characters are made visible, long segments cut around the fault.
 */
export function formatIssue(issue: FormattableIssue, options: FormatIssueOptions = {}): string {
  const { source, file } = options;
  const excerpt = source && issue.at ? sourceExcerpt(source, issue.at) : undefined;
  const offset = issue.at && (excerpt || issue.at.offset > 0) ? `offset ${issue.at.offset}` : undefined;
  const line = excerpt ? ` (line ${excerpt.line})` : '';
  const places = [...placeOf(issue), ...(offset === undefined ? [] : [offset + line])];
  const head = [file === undefined ? [] : [visible(file)], places.length === 0 ? [] : [places.join(', ')]].flat();
  const text = [...head, sentence(issue)].join(': ');
  return excerpt ? `${text}\n  ${excerpt.text}\n  ${' '.repeat(excerpt.column)}${'^'.repeat(excerpt.width)}` : text;
}

function placeOf({ at, path = [], address, message }: FormattableIssue): string[] {
  if (at?.segment === undefined) return path.length === 0 ? [] : [visible(path.join('/'))];
  const named = path.filter((step) => typeof step === 'string');
  const designator = at.element === undefined ? undefined : named.at(-1);
  const segment = named.at(designator === undefined ? -1 : -2);
  return [
    `${segment === undefined ? '' : `${visible(segment)} `}segment ${at.segment}`,
    ...(designator === undefined || message.startsWith(designator) ? [] : [visible(designator)]),
    ...(at.repeat === undefined ? [] : [`repeat ${at.repeat}`]),
    ...(address?.set === undefined ? [] : [`set ${visible(address.set)}`]),
  ];
}

/** Longer values are cut: the place tells where the whole one is. */
const MOST_FOUND = 80;

function sentence({ severity, message, expected, found }: FormattableIssue): string {
  const shown = found !== undefined && found.length > MOST_FOUND ? `${found.slice(0, MOST_FOUND)}…` : found;
  const details = [
    ...(expected === undefined ? [] : [`expected ${visible(expected)}`]),
    ...(shown === undefined ? [] : [`found "${visible(shown)}"`]),
  ];
  const text = details.length === 0 ? visible(message) : `${visible(message)}; ${details.join(', ')}`;
  return severity === 'error' ? text : `${severity}: ${text}`;
}
