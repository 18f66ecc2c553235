import type { AcknowledgedGroup, AcknowledgedInterchange } from './acknowledgment/acknowledged.ts';
import { type AcknowledgmentType, acknowledgmentForm } from './acknowledgment/acknowledgment-form.ts';
import { answerDelimiters } from './acknowledgment/answer-delimiters.ts';
import { groupAcknowledgment } from './acknowledgment/group-acknowledgment.ts';
import {
  type InterchangeAcknowledgmentPolicy,
  interchangeAcknowledgment,
} from './acknowledgment/interchange-acknowledgment.ts';
import { isAnswerable } from './acknowledgment/is-answerable.ts';
import { to999 } from './acknowledgment/to-999.ts';
import type { Delimiters } from './envelope/interchange.ts';
import type { OutgoingInterchange, OutgoingSet, UnnumberedGroup, UnnumberedInterchange } from './envelope/outgoing.ts';

export interface AcknowledgeOptions {
  /** ISA13 of the answer, nine digits. */
  readonly controlNumber: string;
  /** The instant for ISA09/10 and GS04/05. */
  readonly at: Date;
  /**
   * GS06 of the answer, 1 to 9 digits, or how to get one for a (sender, receiver) pair; the interchange's when absent. A number
   * that is given as text is counted on where several groups are needed (sets of several senders or releases).
   */
  readonly groupControlNumber?: string | ((sender: string, receiver: string) => string) | undefined;
  /** Whether a TA1 is sent: `requested` (default) follows ISA14. */
  readonly interchangeAcknowledgment?: InterchangeAcknowledgmentPolicy | undefined;
  /** 997 when absent; a 999 goes out at 005010 or later, also for an older group (R09). */
  readonly type?: AcknowledgmentType | undefined;
  /** ISA15 of the answer; as received when absent. */
  readonly usage?: 'T' | 'P' | undefined;
}

/** The same where the numbers are left to `withControlNumbers`. */
export interface UnnumberedAcknowledgeOptions extends Omit<AcknowledgeOptions, 'controlNumber'> {
  readonly controlNumber?: string | undefined;
}

/**
 * The answer to a received interchange, for `write`: a TA1 when ISA14 asks for one and one 997 or 999 per functional group, with
 * sender and receiver swapped, in the received release and with the received separators, where they can be written and
 * nothing that the answer repeats holds one. An interchange that is rejected has at most a TA1 (R07); a group of
 * acknowledgments (GS01 = FA) has no answer. Undefined when none is due: for a retransmission too, whose answer is the one
 * that was stored, sent again (R03), and for one whose sender or receiver (ISA05 to ISA08) is blank or can not be written:
 * there is nobody to answer, which the issue of that field says.
 */
export function acknowledge(
  interchange: AcknowledgedInterchange,
  options: AcknowledgeOptions,
): OutgoingInterchange | undefined;
export function acknowledge(
  interchange: AcknowledgedInterchange,
  options: UnnumberedAcknowledgeOptions,
): UnnumberedInterchange | undefined;
export function acknowledge(
  interchange: AcknowledgedInterchange,
  options: UnnumberedAcknowledgeOptions,
): UnnumberedInterchange | undefined {
  const { header, status, retransmission } = interchange;
  if (retransmission || !isAnswerable(header)) return undefined;
  const known = KNOWN_VERSION.test(header.version) ? header.version : '00401';
  // The 999 exists from 00501 on.
  const version = options.type === '999' && known < '00501' ? '00501' : known;
  const delimiters = answerDelimiters(interchange, version);
  const answer = interchangeAcknowledgment(interchange, options.interchangeAcknowledgment ?? 'requested');
  const due = status === 'rejected' ? [] : interchange.groups.filter(isAnswered);
  if (answer === undefined && due.length === 0) return undefined;
  return {
    sender: header.receiver,
    receiver: header.sender,
    controlNumber: options.controlNumber,
    at: options.at,
    usage: options.usage ?? (header.usage === 'T' ? 'T' : 'P'),
    version,
    delimiters,
    ...(answer === undefined ? {} : { acknowledgments: [answer] }),
    groups: outgoingGroups(due, interchange, delimiters, options),
  };
}

/** ISA12 of the releases that have been published. */
const KNOWN_VERSION = /^00(?:[2-7]0[0-7]|80[0-6])$/;

/** A 997 or 999 is never answered by one (R07); a group without type or number can not be named in one. */
const isAnswered = ({ header }: AcknowledgedGroup): boolean =>
  header.functionalIdentifier !== 'FA' && header.functionalIdentifier !== '' && header.controlNumber !== '';

/** One group of 997s for each pair of parties and each release; most interchanges have one. */
function outgoingGroups(
  received: readonly AcknowledgedGroup[],
  interchange: AcknowledgedInterchange,
  delimiters: Delimiters,
  options: UnnumberedAcknowledgeOptions,
): UnnumberedGroup[] {
  const gathered = new Map<string, Omit<UnnumberedGroup, 'sets'> & { readonly sets: OutgoingSet[] }>();
  for (const group of received) {
    const sender = partyOf(group.header.receiver, interchange.header.receiver.id);
    const receiver = partyOf(group.header.sender, interchange.header.sender.id);
    const form = acknowledgmentForm(options.type ?? '997', group.header.version);
    const { version } = form;
    const key = JSON.stringify([sender, receiver, version]);
    const open = gathered.get(key) ?? { sender, receiver, version, sets: [] };
    gathered.set(key, open);
    open.sets.push({
      definition: form.definition,
      document: documentOf(groupAcknowledgment(group, delimiters, form), form.type),
      controlNumber: String(open.sets.length + 1).padStart(4, '0'),
    });
  }
  return [...gathered.values()].map((group, index) => ({
    ...group,
    controlNumber: groupNumber(group, index, options),
  }));
}

/** GS02 or GS03 as received, or where it is none the party of the interchange. */
const partyOf = (received: string, interchange: string): string =>
  /^[ -~]{2,15}$/.test(received) ? received : interchange;

const documentOf = (document: ReturnType<typeof groupAcknowledgment>, type: AcknowledgmentType) =>
  type === '999' ? to999(document) : document;

function groupNumber(
  { sender, receiver }: Pick<UnnumberedGroup, 'sender' | 'receiver'>,
  index: number,
  { groupControlNumber, controlNumber }: UnnumberedAcknowledgeOptions,
): string | undefined {
  if (typeof groupControlNumber === 'function') return groupControlNumber(sender, receiver);
  const first = groupControlNumber ?? controlNumber;
  if (first === undefined || index === 0 || !/^\d{1,9}$/.test(first)) return first;
  // 999999999 is followed by 1 (R12).
  return String(((Number(first) - 1 + index) % 999_999_999) + 1).padStart(first.length, '0');
}
