import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { NotSignedIn } from './not-signed-in.tsx';
import { session } from './session.ts';
import { SignInLink } from './sign-in-link.tsx';
import { useSession } from './use-session.ts';

/** The pages, for whoever is signed in. When the session ends they stay as they are, and it is said. */
export function SignedIn({ children }: { readonly children: ComponentChildren }) {
  const current = useSession();
  const [path] = useLocation();
  const { state } = current;
  useEffect(() => {
    void session.ask();
  }, []);
  useEffect(() => {
    if (state === 'in') return undefined;
    // Somebody may have signed in again in another window, or the tower is back.
    const again = () => void session.ask();
    const timer = state === 'unknown' ? setInterval(again, 5000) : undefined;
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [state]);
  if (state === 'out' || path === '/not-signed-in') return <NotSignedIn />;
  if (state === 'unknown') {
    const { fault } = current;
    return (
      <main id="page">{fault === undefined ? <p aria-busy="true">Loading …</p> : <p role="alert">{fault}</p>}</main>
    );
  }
  return (
    <>
      <div role="alert">
        {state === 'ended' ? (
          <p class="ended">
            Your session has ended. What you see may be old. <SignInLink>Sign in again</SignInLink>
          </p>
        ) : null}
      </div>
      {children}
    </>
  );
}
