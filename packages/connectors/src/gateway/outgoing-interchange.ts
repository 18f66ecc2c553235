import type { DocumentEffect } from '@dist/orchestration';
import type { Journal } from '@dist/orchestration/runtime';
import type { OutgoingInterchange, OutgoingSet } from '@dist/x12';
import { type SequenceMove, takeNumber, takeNumbers } from './control-numbers.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { sentDefinitions } from './sent-definitions.ts';
import { sequenceNames } from './sequence-names.ts';
import type { TradingPartner } from './trading-partner.ts';

/** Sets of one type, which make a functional group. */
export interface GroupContent {
  readonly document: DocumentEffect['document'];
  /** Documents as the partner's map has written them. */
  readonly natives: readonly unknown[];
}

/** An interchange with its numbers, and how the sequences move that they were taken from. */
export interface NumberedInterchange {
  readonly outgoing: OutgoingInterchange;
  readonly moves: readonly SequenceMove[];
}

/** Puts documents into an envelope of the partner, with the next numbers of its sequences (R12). */
export async function outgoingInterchange(
  { clock, usage }: Pick<GatewayOptions, 'clock' | 'usage'>,
  journal: Pick<Journal, 'sequence'>,
  profile: TradingPartner,
  contents: readonly GroupContent[],
): Promise<NumberedInterchange> {
  const { theirs, ours } = profile.interchange;
  const { ours: sender, theirs: receiver } = profile.group;
  const interchange = await takeNumber(journal, sequenceNames.interchange(ours, theirs, usage));
  const groups = await takeNumbers(journal, sequenceNames.group(sender, receiver), contents.length);
  const outgoing: OutgoingInterchange = {
    sender: ours,
    receiver: theirs,
    controlNumber: interchange.value,
    at: new Date(clock()),
    usage,
    ...(profile.delimiters && { delimiters: profile.delimiters }),
    ...(profile.lineBreak !== undefined && { lineBreak: profile.lineBreak }),
    groups: contents.map((content, index) => ({
      sender,
      receiver,
      controlNumber: String(Number(groups.values[index])),
      version: profile.version,
      sets: setsOf(content),
    })),
  };
  return { outgoing, moves: [interchange.move, groups.move] };
}

function setsOf({ document, natives }: GroupContent): readonly OutgoingSet[] {
  return natives.map((native, index) => ({
    definition: sentDefinitions[document],
    // A map writes what its definition describes; `write` checks it.
    document: native,
    controlNumber: String(index + 1).padStart(4, '0'),
  }));
}
