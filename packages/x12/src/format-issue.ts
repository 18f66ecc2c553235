import { sourceExcerpt } from './format/source-excerpt.ts';
import { visible } from './format/visible.ts';
import type { Issue } from './issue.ts';

/** What can be shown: an issue of any @dist package. Only those of x12 have a place in bytes, only those of maps a rule. */
export type FormattableIssue = Pick<Issue, 'code' | 'severity' | 'message'> &
  Partial<Omit<Issue, 'code' | 'severity' | 'message'>> & { readonly rule?: string | undefined };

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
 * Control characters are made visible, long segments cut around the fault. What the message says itself (its place, what
 * was expected and found) is not said again.
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

function placeOf(issue: FormattableIssue): string[] {
  const { at, path = [], address, message } = issue;
  if (at?.segment === undefined) {
    return path.length === 0 || namesPlace(issue, path) ? [] : [visible(cut(path.join('/'), 2 * MOST_SHOWN))];
  }
  const named = path.filter((step) => typeof step === 'string');
  const designator = at.element === undefined ? undefined : named.at(-1);
  const segment = named.at(designator === undefined ? -1 : -2);
  return [
    `${segment === undefined ? '' : `${visible(cut(segment))} `}segment ${at.segment}`,
    ...(designator === undefined || message.startsWith(designator) ? [] : [visible(cut(designator))]),
    ...(at.repeat === undefined ? [] : [`repeat ${at.repeat}`]),
    ...(address?.set === undefined ? [] : [`set ${visible(cut(address.set))}`]),
  ];
}

/** Whether the message begins with the place: that of a map's rule does, in the notation of its paths. */
function namesPlace({ message, rule }: FormattableIssue, path: readonly (string | number)[]): boolean {
  if (rule !== undefined) return true;
  const bracketed = path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`));
  return [path.join('.'), bracketed.join('')].some(
    (place) => message.startsWith(place) && !/^[\w.[]/.test(message.slice(place.length)),
  );
}

/** Longer values are cut: the place tells where the whole one is. */
const MOST_SHOWN = 80;

const cut = (text: string, most = MOST_SHOWN): string => (text.length > most ? `${text.slice(0, most)}…` : text);

function sentence({ severity, message, expected, found }: FormattableIssue): string {
  const details = [
    ...(expected === undefined || says(message, /\b(?:expected|must be)\b/, expected)
      ? []
      : [`expected ${visible(cut(expected, 4 * MOST_SHOWN))}`]),
    ...(found === undefined || says(message, /\b(?:found|received)\b/, found)
      ? []
      : [`found "${visible(cut(found))}"`]),
  ];
  const text = details.length === 0 ? visible(message) : `${visible(message)}; ${details.join(', ')}`;
  return severity === 'error' ? text : `${severity}: ${text}`;
}

/** Whether a message has a text behind one of these words, plain or as a JSON string; of a cut text, its beginning. */
function says(message: string, words: RegExp, text: string): boolean {
  const at = message.search(words);
  if (at < 0) return false;
  const [rest, whole] = [message.slice(at), text.replace(/…$/, '')];
  return rest.includes(whole) || rest.includes(JSON.stringify(whole).slice(1, -1));
}
