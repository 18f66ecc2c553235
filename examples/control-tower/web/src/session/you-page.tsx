import { useState } from 'preact/hooks';
import { Instant } from '../parts/instant.tsx';
import { ask } from './ask.ts';
import { useSession } from './use-session.ts';

/** Who one is here, what one may do, and the way out. */
export function YouPage() {
  const current = useSession();
  const [fault, setFault] = useState<string>();
  if (current.state !== 'in' && current.state !== 'ended') return null;
  const { user, endsAt, canSignOut } = current;
  const signOut = async () => {
    const answer = await ask('/sign-out', { method: 'POST' }).catch(() => undefined);
    if (answer?.ok === true) location.assign(((await answer.json()) as { to: string }).to);
    else if (answer?.status !== 401) setFault('The tower could not sign you out. Try again.');
  };
  return (
    <>
      <h1>{user.name}</h1>
      {user.role === 'operator' ? (
        <p>You are an operator: you may look, and act on orders. What you do is recorded with your name.</p>
      ) : (
        <p>
          You may only look. Acting on orders is for operators, and names, addresses, e-mail and telephone numbers are
          hidden from you.
        </p>
      )}
      {endsAt === undefined ? null : (
        <p>
          Your session ends at <Instant at={endsAt} />, or half an hour after you last did something.
        </p>
      )}
      {canSignOut ? (
        <button type="button" onClick={signOut}>
          Sign out
        </button>
      ) : (
        <p>Nobody signs in here: this tower answers to its own machine alone.</p>
      )}
      {fault === undefined ? null : (
        <p role="alert" class="fault">
          {fault}
        </p>
      )}
    </>
  );
}
