import type { Facts } from '../codec/codec.ts';
import type { Trace } from '../compiled-map.ts';
import { visible } from '../explain/visible.ts';
import { issueLines } from './issue-lines.ts';
import type { MappedDocument } from './mapped-document.ts';

/** Lost values and missing master data that are shown; a person does not read more. */
const MOST_SHOWN = 20;

/** What a person is told of one document: issues, master data that was not given, what no rule read, and the trace. */
export function runNotes(file: string, { source, result, lookups }: MappedDocument, facts: Facts): string {
  const place = source.place === undefined ? file : `${file}, ${source.place}`;
  const missing = lookups.filter(({ lookup, key }) => !isKnown(facts, lookup, key));
  return [
    issueLines(place, result.issues),
    ...some(
      place,
      'master data was not given (--facts)',
      missing.map(({ lookup, key }) => `${lookup} ${quoted(key)}`),
    ),
    ...some(
      place,
      'no rule reads',
      result.loss.map(({ at, value }) => `${visible(at)} ${quoted(value)}`),
    ),
    ...(result.trace === undefined ? [] : traceLines(place, result.trace)),
  ].join('');
}

/** A key may stand on either side of the facts: what is written is looked up by its meaning. */
function isKnown(facts: Facts, lookup: string, key: string): boolean {
  const entries = Object.hasOwn(facts, lookup) ? (facts[lookup] ?? {}) : {};
  return Object.hasOwn(entries, key) || Object.values(entries).includes(key);
}

function some(place: string, what: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length > MOST_SHOWN ? `, and ${all.length - MOST_SHOWN} more (--json prints all)` : '';
  return [`${visible(place)}: ${what}: ${all.slice(0, MOST_SHOWN).join(', ')}${more}\n`];
}

function traceLines(place: string, { map, version, direction, steps }: Trace): string[] {
  const lines = steps.map(({ rule, from, to, as, found, value }) => {
    const source = from === undefined ? 'the rule' : `${visible(from)} ${quoted(found)}`;
    return `  ${visible(rule)}: ${source} → ${visible(to)} ${quoted(value)}${as === undefined ? '' : ` as ${as}`}\n`;
  });
  return [`${visible(place)}: ${direction} by map ${visible(map)} version ${visible(version)}\n`, ...lines];
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return visible(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
