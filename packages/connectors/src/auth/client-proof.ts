import { type ClientAuth, ClientSecretBasic, ClientSecretPost, None } from 'oauth4webapi';
import { type PrivateKeyProof, privateKeyProof } from './private-key-proof.ts';

/** How a client proves to a token endpoint that it is itself (RFC 6749 §2.3, RFC 7523 §2.2). */
export type ClientProof =
  | { readonly kind: 'none' }
  /** In the body, or as the user and password of HTTP. */
  | { readonly kind: 'secret'; readonly secret: string; readonly sent?: 'body' | 'header' | undefined }
  | PrivateKeyProof;

/** The proof as the token request takes it. Throws a TypeError for a key that cannot be read. */
export async function clientProof(proof: ClientProof): Promise<ClientAuth> {
  switch (proof.kind) {
    case 'none':
      return None();
    case 'secret':
      return proof.sent === 'header' ? ClientSecretBasic(proof.secret) : ClientSecretPost(proof.secret);
    case 'private-key':
      return await privateKeyProof(proof);
  }
}
