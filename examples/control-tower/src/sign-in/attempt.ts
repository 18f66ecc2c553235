import { z } from 'zod';
import { returnPath } from './return-path.ts';

/**
 * A sign-in that has begun, as the browser keeps it meanwhile. It is not sealed: what it holds is of use only to this browser,
 * and together with the code that the provider sends to it.
 */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
  /** Where it leads back to. */
  readonly to: string;
}

const Attempt = z.strictObject({
  state: z.string().min(20).max(200),
  nonce: z.string().min(20).max(200),
  verifier: z.string().min(43).max(128),
  to: z.string(),
});

/** An attempt as the text of a cookie; `undefined` where a text is none. */
export const attempt = {
  write: (one: Attempt): string => Buffer.from(JSON.stringify(one)).toString('base64url'),
  read: (text: string | undefined): Attempt | undefined => {
    if (text === undefined || text.length > 4000) return undefined;
    try {
      const read = Attempt.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      return read.success ? { ...read.data, to: returnPath(read.data.to) } : undefined;
    } catch {
      return undefined;
    }
  },
};
