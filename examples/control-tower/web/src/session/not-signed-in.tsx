import { useEffect } from 'preact/hooks';
import { SignInLink } from './sign-in-link.tsx';

/** Why a sign-in did not end well, by what the server calls it. */
const whys = new Map([
  ['failed', 'The sign-in did not end well. The log of the tower says why.'],
  ['expired', 'The sign-in took too long, or began in another browser.'],
  ['role', 'You are known, but nobody has given you a role here. Ask whoever runs the tower.'],
  ['unreachable', 'The server that signs people in cannot be reached. Try again later.'],
]);

/** All that somebody sees who is not signed in. */
export function NotSignedIn() {
  const why = whys.get(new URLSearchParams(location.search).get('why') ?? '');
  useEffect(() => {
    document.title = 'Not signed in · Control tower';
  }, []);
  return (
    <main id="page">
      <h1>You are not signed in</h1>
      {why === undefined ? <p>The control tower shows orders to people it knows.</p> : <p role="alert">{why}</p>}
      <p>
        <SignInLink>Sign in</SignInLink>
      </p>
    </main>
  );
}
