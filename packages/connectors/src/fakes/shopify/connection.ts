import type { Selection } from './parse-document.ts';

/** A page of a connection by `first` and `after`; cursors are places. More than 250 is refused as Shopify refuses it. */
export function connection<Node>(nodes: readonly Node[], { args }: Selection, most = 250): object {
  const first = Number(args['first'] ?? 0);
  if (first < 1 || first > 250) throw new RangeError('Argument `first` must be between 1 and 250');
  const from = args['after'] === undefined || args['after'] === null ? 0 : Number(atob(String(args['after'])));
  const end = Math.min(from + Math.min(first, most), nodes.length);
  return {
    nodes: nodes.slice(from, end),
    pageInfo: { hasNextPage: end < nodes.length, endCursor: end === 0 ? null : btoa(String(end)) },
  };
}
