import type { ErrorClass } from '../port/error-class.ts';

/**
 * What a status of HTTP (RFC 9110 §15) means for a request that reads and for one that writes. After a server error a
 * write may have been done. A status that is not here means what its hundred means.
 */
const statusClasses: Readonly<Record<number, { readonly read: ErrorClass; readonly write: ErrorClass }>> = {
  300: both('config'),
  // What a server says after it has done what was posted (RFC 9110 §15.4.4).
  303: { read: 'config', write: 'timeout-unknown' },
  400: both('validation'),
  401: both('auth'),
  402: both('permission'),
  403: both('permission'),
  404: both('not-found'),
  405: both('config'),
  406: both('config'),
  408: { read: 'unavailable', write: 'timeout-unknown' },
  409: both('conflict'),
  410: both('not-found'),
  412: both('conflict'),
  413: both('validation'),
  415: both('config'),
  422: both('validation'),
  423: both('business-hold'),
  425: both('unavailable'),
  428: both('conflict'),
  429: both('rate-limited'),
  499: { read: 'unavailable', write: 'timeout-unknown' },
  500: { read: 'unavailable', write: 'timeout-unknown' },
};

function both(name: ErrorClass): { readonly read: ErrorClass; readonly write: ErrorClass } {
  return { read: name, write: name };
}

/** Whether it is a client error, whatever it is called: nothing was done. 408 and nginx's 499 are about time, not content. */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 499;
}

/** The class of an answer that is not a success. */
export function classOfStatus(status: number, kind: 'read' | 'write'): ErrorClass {
  const hundred = Math.floor(status / 100) * 100;
  const known = statusClasses[status] ?? (hundred === 400 ? undefined : statusClasses[hundred]);
  // Status 0 is how browsers show a redirect that is not followed.
  if (status === 0) return 'config';
  return known?.[kind] ?? 'contract-drift';
}
