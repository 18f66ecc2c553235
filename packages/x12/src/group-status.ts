import type { ReceivedGroup, Status } from './received.ts';

/** The verdict on a group (AK901) from that on itself and those on its sets. */
export function groupStatus(own: Status, sets: readonly { readonly status: Status }[]): ReceivedGroup['status'] {
  if (own === 'rejected') return own;
  const rejected = sets.filter(({ status }) => status === 'rejected').length;
  if (rejected > 0) return rejected === sets.length ? 'rejected' : 'partially-accepted';
  const sound = own === 'accepted' && sets.every(({ status }) => status === 'accepted');
  return sound ? 'accepted' : 'accepted-with-errors';
}
