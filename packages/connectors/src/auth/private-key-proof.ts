import { type ClientAuth, type CryptoKey, modifyAssertion, PrivateKeyJwt } from 'oauth4webapi';
import { privateKey, type SigningAlgorithm } from './private-key.ts';

/** A signed assertion (RFC 7523 §2.2). `claims` are added to it or stand in place of the usual ones. */
export interface PrivateKeyProof {
  readonly kind: 'private-key';
  /** PKCS #8 in PEM, or a key of WebCrypto. */
  readonly key: string | CryptoKey;
  readonly algorithm: SigningAlgorithm;
  /** The id that the system gave the certificate. */
  readonly keyId: string;
  readonly claims?: Readonly<Record<string, string | readonly string[]>> | undefined;
}

/** The assertion as the token request takes it. Throws a TypeError for a key that cannot be read. */
export async function privateKeyProof(proof: PrivateKeyProof): Promise<ClientAuth> {
  const { algorithm, keyId, claims } = proof;
  const key = typeof proof.key === 'string' ? await privateKey(proof.key, algorithm) : proof.key;
  return PrivateKeyJwt(
    { key, kid: keyId },
    {
      [modifyAssertion]: (header, payload) => {
        header['typ'] = 'JWT';
        Object.assign(payload, claims);
      },
    },
  );
}
