import type { InterchangeAddress } from '@dist/canonical';
import type { InterchangeParty } from '@dist/x12';
import type { CommandOption, Invocation } from './command.ts';
import { Failure } from './failure.ts';
import type { System } from './system.ts';

/** What is written around transaction sets. */
export interface Envelope {
  readonly sender: InterchangeParty;
  readonly receiver: InterchangeParty;
  /** What the partner's profile says of that receiver; absent for a map alone. */
  readonly address?: InterchangeAddress | undefined;
  /** ISA13, nine digits. */
  readonly controlNumber: string;
  readonly at: Date;
  readonly usage: 'T' | 'P';
  readonly lineBreak: '' | '\n';
  /** Only the sets, from ST to SE. */
  readonly isBare: boolean;
}

/** The options for it. */
export const envelopeOptions: readonly CommandOption[] = [
  { name: 'sender', value: 'QUALIFIER:ID', about: 'ISA05 and ISA06 of X12 that is written; ZZ:SENDER when absent' },
  { name: 'receiver', value: 'QUALIFIER:ID', about: 'ISA07 and ISA08; the partner’s, or ZZ:RECEIVER, when absent' },
  { name: 'control-number', value: 'NUMBER', about: 'ISA13; 1 when absent' },
  { name: 'at', value: 'INSTANT', about: 'ISA09 and ISA10, such as 2026-03-02T08:15:00Z; now when absent' },
  { name: 'usage', value: 'T|P', choices: ['T', 'P'], about: 'ISA15, test or production; T when absent' },
  { name: 'bare', about: 'X12 that is written is the sets alone, from ST to SE' },
  { name: 'lines', about: 'X12 that is written has a line for each segment' },
];

/**
 * Reads them; `addresses` are those of the partner, of which the first of the same usage is the receiver.
 * @throws Failure for a value that can not stand in an envelope.
 */
export function envelopeOf(
  invocation: Invocation,
  system: System,
  addresses: readonly InterchangeAddress[] = [],
): Envelope {
  const usage = invocation.option('usage') === 'P' ? 'production' : 'test';
  const named = invocation.option('receiver');
  const address = named === undefined ? addresses.find((one) => one.usage === usage) : undefined;
  return {
    sender: partyOf('sender', invocation.option('sender') ?? 'ZZ:SENDER'),
    receiver: address ?? partyOf('receiver', named ?? 'ZZ:RECEIVER'),
    address,
    controlNumber: controlNumberOf(invocation.option('control-number') ?? '1'),
    at: instantOf(invocation.option('at'), system),
    usage: usage === 'production' ? 'P' : 'T',
    lineBreak: invocation.has('lines') ? '\n' : '',
    isBare: invocation.has('bare'),
  };
}

function partyOf(name: string, text: string): InterchangeParty {
  const [, qualifier, id] = /^([A-Za-z0-9]{2}):([\x20-\x7e]{1,15})$/.exec(text) ?? [];
  if (qualifier !== undefined && id !== undefined) return { qualifier, id };
  throw new Failure(`--${name} must be a qualifier and an id of at most 15 characters, ZZ:SENDER; found "${text}"`);
}

function controlNumberOf(text: string): string {
  if (!/^[0-9]{1,9}$/.test(text) || Number(text) === 0)
    throw new Failure(`--control-number must be 1 to 999999999; found "${text}"`);
  return text.padStart(9, '0');
}

function instantOf(text: string | undefined, system: System): Date {
  if (text === undefined) return system.now();
  const at = new Date(text);
  const isKnown = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(at.getTime());
  if (isKnown && at.getUTCFullYear() >= 1) return at;
  throw new Failure(`--at must be an instant such as 2026-03-02T08:15:00Z; found "${text}"`);
}
