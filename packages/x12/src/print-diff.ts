import type { DocumentChange } from './diff/document-change.ts';
import { cut } from './format/cut.ts';
import { visible } from './format/visible.ts';

/**
 * The differences that `diff` found, for people: one line each with `+`, `-`, `~` (changed) or `>` (moved), or a table in
 * Markdown. Each line ends with a line feed; without differences there is none.
 */
export function printDiff(changes: readonly DocumentChange[], form: 'text' | 'markdown' = 'text'): string {
  if (changes.length === 0) return '';
  const rows = form === 'text' ? changes.map(textLine) : [...TABLE_HEAD, ...changes.map(tableRow)];
  return rows.map((row) => `${row}\n`).join('');
}

const MARKS = { added: '+', removed: '-', changed: '~', moved: '>' } as const;

function textLine(change: DocumentChange): string {
  const { kind, before, after } = change;
  const place = placeOf(change);
  switch (kind) {
    case 'added':
    case 'removed':
      return `${MARKS[kind]} ${place === '' ? '' : `${place}: `}${shown(after ?? before)}`;
    case 'changed':
      return `${MARKS[kind]} ${place}: ${shown(before)} → ${shown(after)}`;
    default:
      return `${MARKS[kind]} ${place}: moved from ${shown(before)} to ${shown(after)}`;
  }
}

const TABLE_HEAD = ['| change | place | before | after |', '|---|---|---|---|'];

function tableRow(change: DocumentChange): string {
  const { kind, before, after } = change;
  return `| ${[kind, placeOf(change), shown(before), shown(after)].map(inCell).join(' | ')} |`;
}

function placeOf({ place, designator, name }: DocumentChange): string {
  const value = designator === undefined ? [] : [`${designator} ${name ?? ''}`.trim()];
  return visible(cut([...(place === '' ? [] : [place]), ...value].join(', '), 320));
}

const shown = (text: string | undefined): string => visible(cut(text ?? '', 160));

/** What would end a cell or begin something else in it. */
const inCell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, (sign) => `\\${sign}`);
