import type { Definition, OutgoingInterchange } from '@dist/x12';
import type { GatewayOptions } from '../gateway-options.ts';
import type { NumberBook } from '../intake/number-book.ts';
import { sequenceNames } from '../sequence-names.ts';
import type { TradingPartner } from '../trading-partner.ts';

/** One transaction set for a partner. */
export interface SingleSet {
  readonly definition: Definition;
  /** As the partner's map has written it. */
  readonly native: unknown;
  /** ISO instant of ISA09 and ISA10. */
  readonly at: string;
}

/** An interchange with one transaction set, in the envelope of the partner's profile, with the next numbers (R12). */
export async function singleInterchange(
  { usage }: Pick<GatewayOptions, 'usage'>,
  profile: TradingPartner,
  numbers: NumberBook,
  { definition, native, at }: SingleSet,
): Promise<OutgoingInterchange> {
  const { theirs, ours } = profile.interchange;
  const { ours: sender, theirs: receiver } = profile.group;
  const controlNumber = await numbers.take(sequenceNames.interchange(ours, theirs, usage));
  const group = await numbers.take(sequenceNames.group(sender, receiver));
  return {
    sender: ours,
    receiver: theirs,
    controlNumber,
    at: new Date(at),
    usage,
    ...(profile.delimiters && { delimiters: profile.delimiters }),
    ...(profile.lineBreak !== undefined && { lineBreak: profile.lineBreak }),
    groups: [
      {
        sender,
        receiver,
        controlNumber: String(Number(group)),
        version: profile.version,
        sets: [{ definition, document: native, controlNumber: '0001' }],
      },
    ],
  };
}
