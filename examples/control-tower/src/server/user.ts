/** What somebody may do: look, or also act. */
export type Role = 'viewer' | 'operator';

/** Who asks. */
export interface User {
  /** The same for the same person, for good; in the audit trail. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Somebody who is signed in, as one request shows it. */
export interface Visitor {
  readonly user: User;
  /** What a write has to carry in its header `X-Tower-Token`: pages elsewhere cannot read it. */
  readonly token: string;
  /** When the session ends at the latest; absent where it does not. */
  readonly endsAt?: string | undefined;
  /** Aborts when the session ends, however it does. */
  readonly ended?: AbortSignal | undefined;
}

/** What is known of a request before it is answered. */
export interface TowerEnv {
  readonly Variables: {
    /** Who asks. Every path below `/api` has one: others are refused before. */
    readonly user: User;
    /** The same, with the session; absent where nobody is signed in. */
    readonly visitor?: Visitor | undefined;
  };
}

/** Who develops on the own machine. */
export const developer: User = { id: 'developer', name: 'Local developer', role: 'operator' };
