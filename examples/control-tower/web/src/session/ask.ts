import { headerNames } from '../../../src/server/header-names.ts';
import { session } from './session.ts';

let acted = Date.now();
for (const act of ['pointerdown', 'keydown', 'wheel'])
  addEventListener(act, () => (acted = Date.now()), { passive: true });

/** `fetch` for the tower: with what says that its own page asks, and that somebody is at it; it notices that the session is over. */
export const ask: typeof fetch = async (address, request) => {
  const headers = new Headers(request?.headers);
  const { current } = session;
  if (current.state === 'in') headers.set(headerNames.token, current.token);
  if (Date.now() - acted < 60_000) headers.set(headerNames.active, '1');
  const answer = await fetch(address, { ...request, headers });
  if (answer.status === 401) session.lost();
  return answer;
};
