import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { writeSelfSigned } from '../../as2/cms/self-signed.ts';
import type { As2Key } from '../../as2/partner.ts';
import { nodePlatform } from './node-platform.ts';

/** A new RSA key with a certificate of its own, both in PEM: the certificate goes to partners, the key stays. */
export interface NewAs2Key extends As2Key {
  readonly privateKey: string;
}

/**
 * Makes a new RSA key and a self-signed certificate for it. `from` and `until` are instants in ISO 8601. Throws a RangeError for
 * instants that are none or in the wrong order, and for a size below 2048 bits.
 */
export async function makeAs2Key(settings: {
  /** The common name in the certificate, 1 to 64 characters. */
  readonly name: string;
  readonly from: string;
  readonly until: string;
  /** Size of the key; 2048 when absent, which every AS2 product takes. */
  readonly bits?: number | undefined;
}): Promise<NewAs2Key> {
  const { name, bits = 2048 } = settings;
  const [from, until] = [settings.from, settings.until].map((text) => Date.parse(text));
  if (from === undefined || until === undefined || !(from < until)) throw new RangeError('`from` comes before `until`');
  if (bits < 2048) throw new RangeError('an RSA key has at least 2048 bits');
  if (name === '' || name.length > 64) throw new RangeError('a common name has 1 to 64 characters');
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  const privateKey = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const key = await nodePlatform.privateKey(privateKey);
  return { certificate: await writeSelfSigned({ name, serial: randomBytes(16), from, until }, key), privateKey };
}
