import { checkDelimiters, hasRepetition } from '../envelope/check-delimiters.ts';
import type { Delimiters } from '../envelope/interchange.ts';
import type { AcknowledgedInterchange } from './acknowledged.ts';

/**
 * The separators of an answer in a version (ISA12): those received, unless they can not be written or something that the
 * answer repeats holds one. An ISA is read by its widths, so that its ids may.
 */
export function answerDelimiters(interchange: AcknowledgedInterchange, version: string): Delimiters {
  const repeated = repeatedTexts(interchange);
  const isFree = (delimiters: Delimiters): boolean => {
    const signs = Object.values(delimiters).filter((sign: string | undefined) => sign !== undefined);
    return !repeated.some((text) => signs.some((sign) => text.includes(sign)));
  };
  const { delimiters: received } = interchange;
  if (checkDelimiters(received, version, '') === undefined && isFree(received)) return received;
  const [usual = received, ...others] = SEPARATORS.map(({ repetition, ...rest }) =>
    hasRepetition(version) ? { ...rest, repetition } : rest,
  );
  return [usual, ...others].find(isFree) ?? usual;
}

/** The usual ones, and the control characters that are made to separate, which no id holds. */
const SEPARATORS: readonly Required<Delimiters>[] = [
  { element: '*', component: '>', segment: '~', repetition: '^' },
  { element: '\x1d', component: '\x1f', segment: '\x1c', repetition: '\x1e' },
];

/** What TA1, GS, AK1 and AK2 repeat. */
function repeatedTexts({ header, groups }: AcknowledgedInterchange): string[] {
  const { sender, receiver, controlNumber, date, time } = header;
  const ofHeader = [sender.qualifier, sender.id, receiver.qualifier, receiver.id, controlNumber, date, time];
  const ofGroups = groups.flatMap(({ header: group, sets }) => [
    ...[group.functionalIdentifier, group.sender, group.receiver, group.controlNumber, group.version],
    ...sets.flatMap(({ type, controlNumber: number }) => [type, number]),
  ]);
  return [...ofHeader, ...ofGroups];
}
