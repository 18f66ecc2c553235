import type { Fetch } from '@dist/connectors';

/** Names the host that was meant. */
export const meantOrigin = 'x-meant-origin';

/** Asks the counterparties' process in place of a system's own hosts, so that a connector runs as it is. */
export function loopbackFetch(base: string): Fetch {
  return async (url, init) => {
    const { origin, pathname, search } = new URL(url);
    const headers = new Headers(init.headers);
    headers.set(meantOrigin, origin);
    return await fetch(new URL(`${pathname}${search}`, base), { ...init, headers });
  };
}
