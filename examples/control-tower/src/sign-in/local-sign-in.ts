import { randomBytes } from 'node:crypto';
import { developer, type Role } from '../server/user.ts';
import type { SignIn } from './sign-in.ts';

/** Whoever asks is the developer of this machine: for a server that only this machine reaches. */
export function localSignIn(role: Role = 'operator'): SignIn {
  const visitor = { user: { ...developer, role }, token: randomBytes(32).toString('base64url') };
  return { whoAsks: async () => visitor };
}
