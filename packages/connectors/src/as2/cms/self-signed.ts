import type { RsaPrivateKey } from '../as2-platform.ts';
import { toBase64 } from '../base64.ts';
import { hexOf, joinBytes } from '../bytes.ts';
import { hashes } from './hash-name.ts';
import { objectIdentifiers as oids } from './object-identifiers.ts';
import { der, derAlgorithm, derInteger, derOid, derTime, tags } from './write-der.ts';

/** What a certificate says of its owner. */
export interface SelfSigned {
  /** The common name, such as the AS2 name. */
  readonly name: string;
  /** 8 to 20 octets that no other certificate under this name has. */
  readonly serial: Uint8Array;
  /** Milliseconds since 1970; both ends count. */
  readonly from: number;
  readonly until: number;
}

/**
 * An X.509 version 3 certificate (RFC 5280 §4.1) that its own key has signed with SHA-256, in PEM: for signatures and for carrying
 * keys, as partners of AS2 exchange it by hand.
 */
export async function writeSelfSigned(content: SelfSigned, key: RsaPrivateKey): Promise<string> {
  const algorithm = derAlgorithm(hashes['sha-256'].rsaOid);
  const commonName = der(
    tags.sequence,
    derOid(oids.commonName),
    der(tags.utf8String, new TextEncoder().encode(content.name)),
  );
  const name = der(tags.sequence, der(tags.set, commonName));
  const keyIdentifier = new Uint8Array(await crypto.subtle.digest('SHA-1', joinBytes([key.publicKey])));
  const body = der(
    tags.sequence,
    der(tags.explicit(0), derInteger(2)),
    der(tags.integer, positive(content.serial)),
    algorithm,
    name,
    der(tags.sequence, derTime(content.from), derTime(content.until)),
    name,
    key.publicKey,
    der(
      tags.explicit(3),
      der(
        tags.sequence,
        extension(oids.subjectKeyIdentifier, der(tags.octetString, keyIdentifier)),
        extension(oids.basicConstraints, der(tags.sequence)),
        // Bits 0 and 2: digital signature and key encipherment.
        extension(oids.keyUsage, der(tags.bitString, Uint8Array.of(5, 0b1010_0000))),
      ),
    ),
  );
  const signature = await key.sign('sha-256', body);
  return pem(der(tags.sequence, body, algorithm, der(tags.bitString, Uint8Array.of(0), signature)));
}

/** A number that is not negative, in its shortest form (X.690 §8.3.2). */
function positive(octets: Uint8Array): Uint8Array {
  if (!/[^0]/.test(hexOf(octets))) throw new RangeError('a serial number is not zero');
  const bare = octets.subarray(octets.findIndex((octet) => octet !== 0));
  return (bare[0] ?? 0) >= 0x80 ? joinBytes([Uint8Array.of(0), bare]) : bare;
}

function extension(oid: string, value: Uint8Array): Uint8Array {
  return der(tags.sequence, derOid(oid), der(tags.octetString, value));
}

function pem(encoded: Uint8Array): string {
  const lines = toBase64(encoded).replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
