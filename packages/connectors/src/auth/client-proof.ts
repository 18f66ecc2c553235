import {
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type CryptoKey,
  modifyAssertion,
  None,
  PrivateKeyJwt,
} from 'oauth4webapi';
import { privateKey, type SigningAlgorithm } from './private-key.ts';

/** How a client proves to a token endpoint that it is itself (RFC 6749 §2.3, RFC 7523 §2.2). */
export type ClientProof =
  | { readonly kind: 'none' }
  /** In the body, or as the user and password of HTTP. */
  | { readonly kind: 'secret'; readonly secret: string; readonly sent?: 'body' | 'header' | undefined }
  /** A signed assertion. `claims` are added to it or stand in place of the usual ones. */
  | {
      readonly kind: 'private-key';
      /** PKCS #8 in PEM, or a key of WebCrypto. */
      readonly key: string | CryptoKey;
      readonly algorithm: SigningAlgorithm;
      /** The id that the system gave the certificate. */
      readonly keyId: string;
      readonly claims?: Readonly<Record<string, string | readonly string[]>> | undefined;
    };

/** The proof as the token request takes it. Throws a TypeError for a key that cannot be read. */
export async function clientProof(proof: ClientProof): Promise<ClientAuth> {
  switch (proof.kind) {
    case 'none':
      return None();
    case 'secret':
      return proof.sent === 'header' ? ClientSecretBasic(proof.secret) : ClientSecretPost(proof.secret);
    case 'private-key': {
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
  }
}
