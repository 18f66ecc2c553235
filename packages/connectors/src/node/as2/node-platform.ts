import {
  constants,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  KeyObject,
  privateDecrypt,
  publicEncrypt,
  sign,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { As2Platform, RsaPrivateKey, WebCryptoKey } from '../../as2/as2-platform.ts';
import { type HashName, hashes } from '../../as2/cms/hash-name.ts';

/** What S/MIME needs beyond WebCrypto, by Node's own cryptography. */
export const nodePlatform: As2Platform = {
  privateKey: async (key) => rsaPrivateKey(toKeyObject(key)),
  encryptKey: async (publicKey, key, transport) => {
    const to = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    if (transport === 'pkcs1-v1.5') return publicEncrypt({ key: to, padding: constants.RSA_PKCS1_PADDING }, key);
    const oaepHash = transport === 'oaep-sha-1' ? 'sha1' : 'sha256';
    return publicEncrypt({ key: to, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, key);
  },
  decryptCbc: async (cipher, key, vector, data) => {
    const name = cipher === 'triple-des' ? 'des-ede3-cbc' : `aes-${key.length * 8}-cbc`;
    const decipher = createDecipheriv(name, key, vector).setAutoPadding(false);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  },
};

/** A fault is told without what the text holds. */
function toKeyObject(key: string | WebCryptoKey): KeyObject {
  let object: KeyObject | undefined;
  try {
    object = typeof key === 'string' ? createPrivateKey(key) : KeyObject.from(key);
  } catch {}
  if (object?.type !== 'private' || object.asymmetricKeyType !== 'rsa')
    throw new TypeError('a private key is an RSA key in PKCS#8 PEM without a password, or a private CryptoKey');
  return object;
}

function rsaPrivateKey(key: KeyObject): RsaPrivateKey {
  const publicKey = createPublicKey(key);
  const secret = createHash('sha256')
    .update(key.export({ format: 'der', type: 'pkcs8' }))
    .digest();
  const signAsync = promisify(sign);
  return {
    publicKey: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
    sign: async (hash, data) => await signAsync(openssl(hash), data, { key, padding: constants.RSA_PKCS1_PADDING }),
    // Node refuses RSA_PKCS1_PADDING for decryption since it once told right from wrong padding (CVE-2023-46809).
    decryptRaw: async (block) => orNothing(() => privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block)),
    decryptOaep: async (hash, block) =>
      orNothing(() =>
        privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: openssl(hash) }, block),
      ),
    pseudorandom: async (block, length) => createHmac('sha256', secret).update(block).digest().subarray(0, length),
  };
}

function openssl(hash: HashName): string {
  return hashes[hash].web.replace('-', '').toLowerCase();
}

function orNothing(work: () => Uint8Array): Uint8Array | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
