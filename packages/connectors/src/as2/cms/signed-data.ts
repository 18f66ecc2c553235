import type { RsaPrivateKey } from '../as2-platform.ts';
import { type Certificate, writeIdentifier } from './certificate.ts';
import { writeContentInfo } from './content-info.ts';
import type { Digests } from './digests.ts';
import { type HashName, hashes } from './hash-name.ts';
import { objectIdentifiers as oids } from './object-identifiers.ts';
import { der, derAlgorithm, derInteger, derOid, derSetOf, derTime, tags } from './write-der.ts';

/** Who signs, and how. */
export interface Signing {
  readonly certificate: Certificate;
  readonly key: RsaPrivateKey;
  readonly hash: HashName;
  /** Signing time in milliseconds since 1970. */
  readonly now: number;
}

/**
 * A detached signature over the content that has these hashes (RFC 5652 §5), with the signer's certificate and signed attributes.
 */
export async function writeSignedData(content: Digests, signing: Signing): Promise<Uint8Array> {
  const { certificate, key, hash, now } = signing;
  const attributes = [
    attribute(oids.contentType, derOid(oids.data)),
    attribute(oids.signingTime, derTime(now)),
    attribute(oids.messageDigest, der(tags.octetString, await content(hash))),
  ];
  const signature = await key.sign(hash, derSetOf(tags.set, attributes));
  const signer = der(
    tags.sequence,
    derInteger(1),
    writeIdentifier(certificate),
    derAlgorithm(hashes[hash].oid),
    derSetOf(tags.explicit(0), attributes),
    derAlgorithm(oids.rsaEncryption),
    der(tags.octetString, signature),
  );
  const signed = der(
    tags.sequence,
    derInteger(1),
    der(tags.set, derAlgorithm(hashes[hash].oid)),
    der(tags.sequence, derOid(oids.data)),
    der(tags.explicit(0), certificate.encoded),
    der(tags.set, signer),
  );
  return writeContentInfo('signedData', signed);
}

function attribute(oid: string, value: Uint8Array): Uint8Array {
  return der(tags.sequence, derOid(oid), der(tags.set, value));
}
