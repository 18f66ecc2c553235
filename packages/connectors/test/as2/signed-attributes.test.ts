import { createHash, createSign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificate, writeIdentifier } from '../../src/as2/cms/certificate.ts';
import { readContentInfo, writeContentInfo } from '../../src/as2/cms/content-info.ts';
import { hashes } from '../../src/as2/cms/hash-name.ts';
import { objectIdentifiers as oids } from '../../src/as2/cms/object-identifiers.ts';
import { verifySignedData } from '../../src/as2/cms/verify-signed-data.ts';
import { der, derAlgorithm, derInteger, derOid, derSetOf, tags } from '../../src/as2/cms/write-der.ts';
import { bytesOf, noon, parties } from './parties.ts';

const content = bytesOf('ISA*00*');
const digest = createHash('sha256').update(content).digest();
const attribute = (oid: string, ...values: Uint8Array[]) => der(tags.sequence, derOid(oid), der(tags.set, ...values));
const type = attribute(oids.contentType, derOid(oids.data));
const hash = attribute(oids.messageDigest, der(tags.octetString, digest));

/** What is made of a content whose attributes are these, signed rightly with the seller's key. */
async function verified(attributes: readonly Uint8Array[], encapsulated: string = oids.data): Promise<string> {
  const { seller } = await parties();
  const certificate = readCertificate(seller.certificate);
  const signature = createSign('sha256').update(derSetOf(tags.set, attributes)).sign(seller.privateKey);
  const algorithm = derAlgorithm(hashes['sha-256'].oid);
  const signer = der(
    tags.sequence,
    derInteger(1),
    writeIdentifier(certificate),
    algorithm,
    derSetOf(tags.explicit(0), attributes),
    derAlgorithm(oids.rsaEncryption),
    der(tags.octetString, signature),
  );
  const members = [derInteger(1), der(tags.set, algorithm), der(tags.sequence, derOid(encapsulated))];
  const signed = writeContentInfo('signedData', der(tags.sequence, ...members, der(tags.set, signer)));
  const info = readContentInfo(signed);
  if (info === undefined) throw new Error('no signed data');
  const verification = await verifySignedData(info.content, [content], [certificate], noon);
  return verification.ok ? 'verified' : verification.fault;
}

describe('signed attributes (RFC 5652 §5.3, §11)', () => {
  const other = attribute(oids.messageDigest, der(tags.octetString, createHash('sha256').update('other').digest()));
  it.each([
    ['a type and the hash', [type, hash], 'verified'],
    ['one more that is not known', [type, hash, attribute('1.2.3.4', derInteger(1))], 'verified'],
    ['no type', [hash], 'unreadable'],
    ['no hash', [type], 'unreadable'],
    ['another type', [attribute(oids.contentType, derOid(oids.signedData)), hash], 'unreadable'],
    ['two types', [type, type, hash], 'unreadable'],
    ['two hashes, the right one first', [type, hash, other], 'unreadable'],
    [
      'a hash of two values',
      [type, attribute(oids.messageDigest, der(tags.octetString, digest), der(tags.octetString, digest))],
      'unreadable',
    ],
    ['the hash of something else', [type, other], 'altered'],
    ['an empty hash', [type, attribute(oids.messageDigest, der(tags.octetString))], 'altered'],
  ])('%s', async (_, attributes, outcome) => {
    expect(await verified(attributes)).toBe(outcome);
  });

  it('a content that says that it is no data', async () => {
    expect(await verified([type, hash], oids.signedData)).toBe('unreadable');
  });
});
