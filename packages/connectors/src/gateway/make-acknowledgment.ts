import type { StoredDocument } from '@dist/orchestration/runtime';
import { acknowledge, type Issue, type OutgoingInterchange, write } from '@dist/x12';
import { type SequenceMove, takeNumber } from './control-numbers.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { GatewayPartner } from './partner-directory.ts';
import type { SentAcknowledgment } from './receipt.ts';
import type { Interchange } from './received.ts';
import { sequenceNames } from './sequence-names.ts';
import { sha256 } from './sha256.ts';

export interface MadeAcknowledgment {
  readonly sent: SentAcknowledgment | undefined;
  readonly document: StoredDocument | undefined;
  readonly moves: readonly SequenceMove[];
  readonly issues: readonly Issue[];
}

/** The 997 or TA1 that an interchange calls for, numbered from the durable sequences, its bytes final (R12). */
export async function makeAcknowledgment(
  gateway: GatewayOptions,
  { profile }: GatewayPartner,
  interchange: Interchange,
  { key, at }: { readonly key: string; readonly at: string },
): Promise<MadeAcknowledgment | undefined> {
  const { journal, usage } = gateway;
  const { sender, receiver } = interchange.header;
  const number = await takeNumber(journal, sequenceNames.interchange(receiver, sender, usage));
  const groups = await groupNumbers(gateway, interchange);
  const outgoing = acknowledge(interchange, {
    controlNumber: number.value,
    at: new Date(at),
    groupControlNumber: (from, to) => groups.get(sequenceNames.group(from, to))?.value ?? number.value,
    usage,
  });
  if (outgoing === undefined) return undefined;
  const written = write({ ...outgoing, ...(profile.lineBreak === undefined ? {} : { lineBreak: profile.lineBreak }) });
  if (!written.ok) return { sent: undefined, document: undefined, moves: [], issues: written.issues };
  const sent = sentOf(outgoing, interchange, profile.id);
  const document: StoredDocument = {
    key: `acknowledgment/${key}`,
    direction: 'out',
    partner: profile.id,
    type: sent.type,
    name: sent.file,
    bytes: written.value,
    hash: await sha256(written.value),
    controlNumbers: [number.value],
    at,
  };
  const used = outgoing.groups.flatMap((group) => groups.get(sequenceNames.group(group.sender, group.receiver)) ?? []);
  return { sent, document, moves: [number.move, ...used.map(({ move }) => move)], issues: [] };
}

async function groupNumbers({ journal }: GatewayOptions, interchange: Interchange) {
  const names = interchange.groups.map(({ header }) => sequenceNames.group(header.receiver, header.sender));
  const distinct = [...new Set(names)];
  return new Map(await Promise.all(distinct.map(async (name) => [name, await takeNumber(journal, name)] as const)));
}

function sentOf(outgoing: OutgoingInterchange, interchange: Interchange, partner: string): SentAcknowledgment {
  const { controlNumber } = outgoing;
  const type = outgoing.groups.length > 0 ? '997' : 'TA1';
  const answers = { accepted: 'A', 'accepted-with-errors': 'E', 'partially-accepted': 'P', rejected: 'R' } as const;
  const groups = interchange.groups.filter(({ header }) => header.functionalIdentifier !== 'FA');
  const codes =
    type === '997' ? groups.map(({ status }) => answers[status]) : [outgoing.acknowledgments?.[0]?.code ?? 'A'];
  return { type, controlNumber, file: `${partner}/${type}-${controlNumber}.edi`, codes };
}
