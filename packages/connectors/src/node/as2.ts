import type { As2Settings, As2Station } from '../as2/as2-station.ts';
import { createStation } from '../as2/create-station.ts';
import { nodePlatform } from './as2/node-platform.ts';

export type { KeyTransport, WebCryptoKey } from '../as2/as2-platform.ts';
export type { As2Receipt } from '../as2/as2-receipt.ts';
export type { As2Refusal, RefusalReason } from '../as2/as2-refusal.ts';
export type { As2Reply, HttpAnswer } from '../as2/as2-reply.ts';
export type { As2Headers, As2Request, ReceiptRequest } from '../as2/as2-request.ts';
export type {
  As2Settings,
  As2Station,
  Commit,
  PackOutcome,
  StationWarning,
  StoredReplies,
} from '../as2/as2-station.ts';
export type { ContentCipher } from '../as2/cms/content-cipher.ts';
export { type CertificateWarning, expiring } from '../as2/cms/expiring.ts';
export type { HashName } from '../as2/cms/hash-name.ts';
export type { Disposition, DispositionError, ReceivedDisposition } from '../as2/disposition.ts';
export type { SendOutcome } from '../as2/judge-receipt.ts';
export type { MessageIntegrityCheck } from '../as2/message-integrity-check.ts';
export type {
  OpenedMessage,
  OpenedRequest,
  ReceivedReceipt,
  RefusedMessage,
  RepeatedMessage,
} from '../as2/open-message.ts';
export type { As2Payload, PackedMessage, SentMessage } from '../as2/pack-message.ts';
export type { As2Key, As2Partner, PartnerCertificate, ReceiptWish } from '../as2/partner.ts';
export type { DeliverOutcome } from '../as2/send-message.ts';
export { as2Listener, type ListenerOptions } from './as2/as2-listener.ts';
export { makeAs2Key, type NewAs2Key } from './as2/make-as2-key.ts';

/**
 * A station: one AS2 name of ours with its keys and partners (RFC 4130). Rejects with a TypeError or
 * RangeError for settings that can not be meant: a key that does not belong to its certificate, an address with a password in it.
 */
export async function as2Station(settings: As2Settings): Promise<As2Station> {
  return await createStation(settings, nodePlatform);
}
