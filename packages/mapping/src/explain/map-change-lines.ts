import type { MapChange } from './map-changes.ts';
import { ruleWords } from './rule-words.ts';
import type { ValueChange } from './value-changes.ts';
import { visible } from './visible.ts';

/** How a map changed, as a person reads it: `+` added, `-` removed, `~` changed. */
export function mapChangeLines(change: MapChange): string {
  return linesOf(change)
    .map((line) => `${visible(line)}\n`)
    .join('');
}

function linesOf(change: MapChange): string[] {
  switch (change.change) {
    case 'map':
      return change.parts.map((part) => `~ map: ${partWords(part)}`);
    case 'added':
    case 'removed':
      return [
        `${change.change === 'added' ? '+' : '-'} ${change.rule}${insideWords(change.inside)}: ${ruleWords(change.value)}`,
      ];
    case 'moved':
      return [`~ ${change.rule}: moved from ${placeWords(change.before)} to ${placeWords(change.after)}`];
    case 'reordered':
      return [`~ rules of ${placeWords(change.inside)} stand in another order`];
    case 'changed':
      return [`~ ${change.rule}: ${change.parts.map(partWords).join(', ')}   (now ${ruleWords(change.value)})`];
    case 'table':
      return change.parts.map((part) => `~ table ${change.table}: ${partWords(part)}`);
  }
}

function insideWords(inside: string | undefined): string {
  return inside === undefined ? '' : ` in ${inside}`;
}

function placeWords(inside: string): string {
  return inside === '' ? 'the top' : inside;
}

function partWords({ path, before, after }: ValueChange): string {
  return `${path.join('.') || 'all'} ${valueWords(before)} → ${valueWords(after)}`;
}

function valueWords(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
