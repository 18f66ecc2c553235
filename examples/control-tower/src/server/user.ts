/** What somebody may do: look, or also act. */
export type Role = 'viewer' | 'operator';

/** Who asks. */
export interface User {
  /** The same for the same person, for good; in the audit trail. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** What is known of a request before it is answered. */
export interface TowerEnv {
  readonly Variables: { readonly user: User };
}

/** Who develops on the own machine. */
export const developer: User = { id: 'developer', name: 'Local developer', role: 'operator' };
