import type { AcknowledgedFault, InterchangeFile, Segment } from '@dist/x12';
import type { SentGroupSet } from './sent-group.ts';

const mostFaults = 50;

/** What a partner found wrong, in words, with the segment of our own bytes that it means (R13). */
export function faultsInWords(
  faults: readonly AcknowledgedFault[],
  file: InterchangeFile | undefined,
  set: Pick<SentGroupSet, 'type' | 'set'>,
): readonly string[] {
  const segments = file === undefined ? [] : segmentsOf(file, set);
  const told = faults.slice(0, mostFaults).map((fault) => inWords(fault, segments));
  return faults.length > mostFaults ? [...told, `and ${faults.length - mostFaults} more`] : told;
}

function segmentsOf(file: InterchangeFile, { type, set }: Pick<SentGroupSet, 'type' | 'set'>): readonly Segment[] {
  const sets = file.interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  return sets.find((one) => one.type === type && one.controlNumber === set)?.segments ?? [];
}

function inWords(
  { code, meaning, segment, position, element, component, found }: AcknowledgedFault,
  segments: readonly Segment[],
): string {
  if (segment === undefined || position === undefined) return `${meaning} (${code})`;
  const part = component === undefined ? '' : `-${component}`;
  const name = element === undefined ? segment : `${segment}${String(element).padStart(2, '0')}${part}`;
  const own = segments[position - 1];
  const sent = own === undefined ? '' : `, sent as ${textOf(own)}`;
  const value = found === undefined ? '' : `, found ${found}`;
  return `${meaning} (${code}) at ${name}, segment ${position}${sent}${value}`;
}

/** With the usual separators, whichever the partner has. */
function textOf({ id, elements }: Segment): string {
  const values = elements.map(({ repeats }) => repeats.map((parts) => parts.join(':')).join('^'));
  return [id, ...values].join('*').slice(0, 200);
}
