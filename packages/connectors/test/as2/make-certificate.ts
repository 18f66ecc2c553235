import { createHash, createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** A key pair with a certificate that it has signed itself. */
export interface TestIdentity {
  readonly certificate: string;
  readonly privateKey: string;
}

/** A private key; making one takes a while, so that tests make few. */
async function makeKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** A certificate made by pkijs, which the code under test does not use. */
export async function makeCertificate(
  name: string,
  options: { readonly key?: string; readonly serial?: number; readonly from?: string; readonly until?: string } = {},
): Promise<TestIdentity> {
  const { key = await makeKey(), serial = 1, from = '2020-01-01T00:00:00Z', until = '2049-01-01T00:00:00Z' } = options;
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: serial });
  for (const party of [certificate.issuer, certificate.subject]) {
    party.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) }),
    );
  }
  certificate.notBefore.value = new Date(from);
  certificate.notAfter.value = new Date(until);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const pkcs8 = createPrivateKey(key).export({ format: 'der', type: 'pkcs8' });
  const publicKey = await crypto.subtle.importKey('spki', new Uint8Array(spki), algorithm, true, ['verify']);
  const privateKey = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, true, ['sign']);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  const keyIdentifier = new asn1js.OctetString({
    valueHex: new Uint8Array(createHash('sha1').update(spki).digest()).buffer,
  });
  certificate.extensions = [new pkijs.Extension({ extnID: '2.5.29.14', extnValue: keyIdentifier.toBER() })];
  await certificate.sign(privateKey, 'SHA-256');
  const body = Buffer.from(certificate.toSchema().toBER())
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return { certificate: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`, privateKey: key };
}
