import { useEffect, useState } from 'preact/hooks';
import { type Session, session } from './session.ts';

/** Who is signed in; told anew when that changes. */
export function useSession(): Session {
  const [current, setCurrent] = useState(session.current);
  useEffect(() => {
    setCurrent(session.current);
    return session.hear(setCurrent);
  }, []);
  return current;
}
