import type { User } from '../../../src/server/user.ts';

/** Who is signed in here, as far as the page knows. */
export type Session =
  | { readonly state: 'unknown'; readonly fault?: string | undefined }
  | { readonly state: 'out' }
  | ({ readonly state: 'in' } & SignedIn)
  /** Somebody was: what the page shows stays, and may be old. */
  | ({ readonly state: 'ended' } & SignedIn);

interface SignedIn {
  readonly user: User;
  readonly token: string;
  readonly endsAt?: string | undefined;
  readonly canSignOut: boolean;
}

type Hear = (session: Session) => void;

let current: Session = { state: 'unknown' };
const hearers = new Set<Hear>();

function become(next: Session): void {
  current = next;
  for (const hear of hearers) hear(next);
}

/** The one session of the page. */
export const session = {
  get current(): Session {
    return current;
  },
  /** Answers what ends the listening. */
  hear(hear: Hear): () => void {
    hearers.add(hear);
    return () => {
      hearers.delete(hear);
    };
  },
  /** The server knows nobody any more. */
  lost(): void {
    if (current.state === 'in') become({ ...current, state: 'ended' });
    else if (current.state === 'unknown') become({ state: 'out' });
  },
  /** Asks the server who is signed in. */
  async ask(): Promise<void> {
    try {
      const answer = await fetch('/api/me');
      if (answer.status === 401) session.lost();
      else if (answer.ok) take((await answer.json()) as SignedIn);
      else
        become(
          current.state === 'unknown' ? { state: 'unknown', fault: `The tower answered ${answer.status}.` } : current,
        );
    } catch {
      if (current.state === 'unknown') become({ state: 'unknown', fault: 'The tower cannot be reached.' });
    }
  },
};

function take(signedIn: SignedIn): void {
  // What another person was shown is not for this one.
  if (current.state === 'ended' && current.user.id !== signedIn.user.id) location.reload();
  else become({ ...signedIn, state: 'in' });
}
