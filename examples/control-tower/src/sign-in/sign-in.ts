import type { Context, Hono } from 'hono';
import type { TowerEnv, Visitor } from '../server/user.ts';

/** How the tower knows who asks. */
export interface SignIn {
  /** Who has sent a request; `undefined` where nobody is signed in. */
  readonly whoAsks: (context: Context<TowerEnv>) => Promise<Visitor | undefined>;
  /** Where one signs in and out; absent where there is nothing to sign in to. */
  readonly routes?: Hono<TowerEnv> | undefined;
}
