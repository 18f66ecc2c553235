import { Link, useLocation } from 'wouter-preact';
import { useSession } from './use-session.ts';

/** Who is signed in, and what that one may do; leads to more of it. */
export function WhoIsIn() {
  const current = useSession();
  const [path] = useLocation();
  if (current.state !== 'in' && current.state !== 'ended') return null;
  const { name, role } = current.user;
  return (
    <Link href="/you" class="who" aria-current={path === '/you' ? 'page' : undefined}>
      {name} <small>{role === 'operator' ? 'operator' : 'may only look'}</small>
    </Link>
  );
}
