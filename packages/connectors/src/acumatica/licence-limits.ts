import type { Limit } from '../port/policy.ts';

/**
 * The limits of a licence, for `limiter` of `@dist/connectors/limits`, from the tab License of form SM604000 ("License
 * Monitoring Console"). They are shared with every other application of the licence. From half of the requests of a minute on
 * Acumatica delays each one, so that this half is what is used when `share` is absent (License Restrictions for API Users).
 * The number of sessions is no limit of requests: see `acumatica` and its `signOut`.
 * Throws a RangeError for figures that are no positive whole numbers, or a share that is not above 0 and at most 1.
 */
export function licenceLimits({
  requestsPerMinute,
  requestsAtOnce,
  share = 0.5,
}: {
  /** "Maximum Number of Web Services API Requests per Minute". */
  readonly requestsPerMinute: number;
  /** "Maximum Number of Concurrent Web Services API Requests". */
  readonly requestsAtOnce: number;
  /** Which part of the requests of a minute is ours. */
  readonly share?: number | undefined;
}): readonly Limit[] {
  for (const figure of [requestsPerMinute, requestsAtOnce]) {
    if (!Number.isInteger(figure) || figure < 1) throw new RangeError('a licence allows 1 request or more');
  }
  if (!(share > 0 && share <= 1)) throw new RangeError('a share is above 0 and at most 1');
  return [
    { kind: 'window', requests: Math.max(Math.floor(requestsPerMinute * share), 1), seconds: 60, span: 'sliding' },
    { kind: 'concurrency', requests: requestsAtOnce, lostSeconds: 600 },
  ];
}
