import type { KeyTransport, WebCryptoKey } from './as2-platform.ts';
import type { ContentCipher } from './cms/content-cipher.ts';
import type { HashName } from './cms/hash-name.ts';

/** A certificate of a partner. Two may be valid at once: while they change, signatures by either are accepted. */
export interface PartnerCertificate {
  /** One X.509 certificate with an RSA key, in PEM. */
  readonly certificate: string;
  /** What it is for, where the partner has one for each. */
  readonly use?: 'signing' | 'encryption' | undefined;
  /** The instant (ISO 8601) from which we encrypt to it; from the beginning where there is none. The latest that has come counts. */
  readonly from?: string | undefined;
}

/** A certificate of ours with its private key. Messages to any of them are opened; the one in use signs. */
export interface As2Key {
  /** One X.509 certificate with an RSA key, in PEM. */
  readonly certificate: string;
  /** PKCS#8 in PEM, or a CryptoKey of an RSA algorithm. */
  readonly privateKey: string | WebCryptoKey;
  /** The instant (ISO 8601) from which we sign with it; from the beginning where there is none. The latest that has come counts. */
  readonly from?: string | undefined;
}

/** The receipt (MDN) that is asked for. */
export interface ReceiptWish {
  /** Signed by the partner; true when absent. */
  readonly signed?: boolean | undefined;
  /** Hashes for the integrity check, the preferred one first; that of our signature when absent. */
  readonly hashes?: readonly HashName[] | undefined;
  /** Our address to which the partner posts the receipt later; it comes as the answer when absent. */
  readonly asynchronousTo?: string | undefined;
}

/** What we have agreed with a trading partner. */
export interface As2Partner {
  /** The partner's AS2 name, with its case. */
  readonly as2Id: string;
  /** Where the partner receives; needed to send. */
  readonly url?: string | undefined;
  readonly certificates: readonly PartnerCertificate[];
  /** How messages to the partner are signed; SHA-256 when absent. */
  readonly sign?: HashName | false | undefined;
  /** How messages to the partner are encrypted; AES-256-CBC when absent. */
  readonly encrypt?: ContentCipher | false | undefined;
  /** PKCS#1 v1.5 when absent. */
  readonly keyTransport?: KeyTransport | undefined;
  /** Whether messages to the partner are compressed (RFC 5402 §3); not when absent. */
  readonly compress?: 'before-signing' | 'after-signing' | false | undefined;
  /** `base64` for a partner behind something that spoils bytes; `binary` when absent. */
  readonly transferEncoding?: 'binary' | 'base64' | undefined;
  /** A signed receipt in the answer when absent; false asks for none. */
  readonly receipt?: ReceiptWish | false | undefined;
  /** What messages of the partner must have; both when absent. Encryption without a signature tells an attacker too much. */
  readonly requires?:
    | { readonly signature?: boolean | undefined; readonly encryption?: boolean | undefined }
    | undefined;
  /** Addresses, or beginnings of them, to which receipts for the partner may be posted; those at the origin of `url` when absent. */
  readonly receiptUrls?: readonly string[] | undefined;
  /** More headers for requests to the partner, such as Authorization. They are secret and stored nowhere. */
  readonly httpHeaders?: Readonly<Record<string, string>> | undefined;
}
