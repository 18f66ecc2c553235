import type { DispositionError } from './disposition.ts';

/**
 * Why a message is not accepted. The list is closed.
 * - `unreadable`: no AS2 message; a header is missing or the structure is broken
 * - `too-large`, `decompressed-too-large`: beyond the limits
 * - `unknown-partner`, `wrong-recipient`: AS2-From is none of our partners, AS2-To is not us
 * - `not-for-us`: encrypted to other certificates than ours
 * - `decryption-failed`: whatever goes wrong between the content key and a content that can be read, all as one
 * - `weak-security`: not signed or not encrypted, though agreed
 * - `unknown-signer`, `expired-certificate`, `forged`, `altered`, `unsupported-signature`: of the signature
 * - `decompression-failed`, `nested`: of compression, and of layers in an order or number that no message needs
 * - `message-id-reused`: another content came under this Message-ID before
 * - `receipt-format`, `receipt-hash`, `receipt-address`: a receipt is asked for that we do not give
 */
export type RefusalReason =
  | 'unreadable'
  | 'too-large'
  | 'decompressed-too-large'
  | 'unknown-partner'
  | 'wrong-recipient'
  | 'not-for-us'
  | 'decryption-failed'
  | 'weak-security'
  | 'unknown-signer'
  | 'expired-certificate'
  | 'forged'
  | 'altered'
  | 'unsupported-signature'
  | 'decompression-failed'
  | 'nested'
  | 'message-id-reused'
  | 'receipt-format'
  | 'receipt-hash'
  | 'receipt-address';

/** A message that is not accepted. Its text goes into the receipt, so that it holds nothing the sender may not know. */
export interface As2Refusal {
  readonly reason: RefusalReason;
  /** One sentence for a person at either side. */
  readonly message: string;
}

/** A refusal with its usual sentence, and what more is known. */
export function refusal(reason: RefusalReason, detail = ''): As2Refusal {
  const clean = detail.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 300);
  return { reason, message: clean === '' ? sentences[reason] : `${sentences[reason]} (${clean})` };
}

const sentences: Readonly<Record<RefusalReason, string>> = {
  unreadable: 'The message cannot be read',
  'too-large': 'The message is larger than we accept',
  'decompressed-too-large': 'The decompressed message is larger than we accept',
  'unknown-partner': 'The name in AS2-From is not known here',
  'wrong-recipient': 'The name in AS2-To is not ours',
  'not-for-us': 'The message is not encrypted to a certificate of ours',
  'decryption-failed': 'The message cannot be decrypted',
  'weak-security': 'The message lacks protection that was agreed',
  'unknown-signer': 'The message is signed with a certificate that we do not have from you',
  'expired-certificate': 'The message is signed with a certificate that is not valid now',
  forged: 'The signature is wrong',
  altered: 'The content is not what was signed',
  'unsupported-signature': 'The signature is of a kind that is not supported',
  'decompression-failed': 'The message cannot be decompressed',
  nested: 'The message has layers in an order or number that is not supported',
  'message-id-reused': 'Another message came with this Message-ID before',
  'receipt-format': 'A signed receipt of a format that is not supported is required',
  'receipt-hash': 'A hash that is not supported is required for the receipt',
  'receipt-address': 'The receipt is asked for at an address that was not agreed',
};

/** What a receipt says of a refusal (RFC 4130 §7.5). */
export const dispositionErrors: Readonly<Record<RefusalReason, DispositionError>> = {
  unreadable: 'unexpected-processing-error',
  'too-large': 'unexpected-processing-error',
  'decompressed-too-large': 'decompression-failed',
  'unknown-partner': 'authentication-failed',
  'wrong-recipient': 'unexpected-processing-error',
  'not-for-us': 'decryption-failed',
  'decryption-failed': 'decryption-failed',
  'weak-security': 'insufficient-message-security',
  'unknown-signer': 'authentication-failed',
  'expired-certificate': 'authentication-failed',
  forged: 'authentication-failed',
  altered: 'integrity-check-failed',
  'unsupported-signature': 'authentication-failed',
  'decompression-failed': 'decompression-failed',
  nested: 'unexpected-processing-error',
  'message-id-reused': 'unexpected-processing-error',
  'receipt-format': 'unexpected-processing-error',
  'receipt-hash': 'unexpected-processing-error',
  'receipt-address': 'unexpected-processing-error',
};
