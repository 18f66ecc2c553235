import type { StoredDocument } from '@dist/orchestration/runtime';
import { acknowledge, type Issue, type OutgoingInterchange, write } from '@dist/x12';
import { sha256 } from '../bytes/sha256.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { NumberBook } from './intake/number-book.ts';
import type { GatewayPartner } from './partner-directory.ts';
import type { SentAcknowledgment } from './receipt.ts';
import type { Interchange } from './received.ts';
import { sequenceNames } from './sequence-names.ts';

export interface MadeAcknowledgment {
  readonly sent: SentAcknowledgment | undefined;
  readonly document: StoredDocument | undefined;
  readonly issues: readonly Issue[];
}

/** Where an acknowledgment belongs: the key of what it answers, when it is made, and the numbers that it takes. */
export interface AcknowledgmentPlace {
  readonly key: string;
  readonly at: string;
  readonly numbers: NumberBook;
}

/**
 * The 997, 999 or TA1 that an interchange calls for, in the form of the partner's profile (R09), numbered from the durable
 * sequences, its bytes final (R12). Undefined where none is due.
 */
export async function makeAcknowledgment(
  gateway: Pick<GatewayOptions, 'usage'>,
  partner: GatewayPartner,
  interchange: Interchange,
  place: AcknowledgmentPlace,
): Promise<MadeAcknowledgment | undefined> {
  const outgoing = await numbered(gateway, partner, interchange, place);
  if (outgoing === undefined) return undefined;
  const { id, lineBreak, acknowledgment: { form = '997' } = {} } = partner.profile;
  const written = write({ ...outgoing, ...(lineBreak === undefined ? {} : { lineBreak }) });
  if (!written.ok) return { sent: undefined, document: undefined, issues: written.issues };
  const sent = sentOf(outgoing, interchange, id, form);
  const document: StoredDocument = {
    key: `acknowledgment/${place.key}`,
    direction: 'out',
    partner: id,
    type: sent.type,
    name: sent.file,
    bytes: written.value,
    hash: await sha256(written.value),
    controlNumbers: [sent.controlNumber],
    at: place.at,
  };
  return { sent, document, issues: [] };
}

/** Made once to see which numbers it needs, and again with them: what needs none takes none. */
async function numbered(
  { usage }: Pick<GatewayOptions, 'usage'>,
  { profile }: GatewayPartner,
  interchange: Interchange,
  { at, numbers }: AcknowledgmentPlace,
): Promise<OutgoingInterchange | undefined> {
  const { form: type = '997', interchange: interchangeAcknowledgment = 'requested' } = profile.acknowledgment ?? {};
  const common = { at: new Date(at), usage, type, interchangeAcknowledgment } as const;
  const asked: string[] = [];
  const first = acknowledge(interchange, {
    ...common,
    controlNumber: '1',
    groupControlNumber: (from, to) => {
      asked.push(sequenceNames.group(from, to));
      return '1';
    },
  });
  if (first === undefined) return undefined;
  const { sender, receiver } = interchange.header;
  const controlNumber = await numbers.take(sequenceNames.interchange(receiver, sender, usage));
  const groups: string[] = [];
  for (const name of asked) groups.push(await numbers.take(name));
  return acknowledge(interchange, {
    ...common,
    controlNumber,
    groupControlNumber: () => groups.shift() ?? controlNumber,
  });
}

function sentOf(
  { controlNumber, groups: answered, acknowledgments }: OutgoingInterchange,
  interchange: Interchange,
  partner: string,
  form: '997' | '999',
): SentAcknowledgment {
  const type = answered.length > 0 ? form : 'TA1';
  const answers = { accepted: 'A', 'accepted-with-errors': 'E', 'partially-accepted': 'P', rejected: 'R' } as const;
  const groups = interchange.groups.filter(({ header }) => header.functionalIdentifier !== 'FA');
  const codes = type === 'TA1' ? [acknowledgments?.[0]?.code ?? 'A'] : groups.map(({ status }) => answers[status]);
  return { type, controlNumber, file: `${partner}/${type}-${controlNumber}.edi`, codes };
}
