import type { CostLimit, Limit, RateLimit } from '../port/policy.ts';
import { numberAt, numberIn } from './answer-numbers.ts';
import { Bucket } from './bucket.ts';
import { Concurrency } from './concurrency.ts';
import type { Gauge } from './gauge.ts';
import { Window } from './window.ts';

/** What measures a limit. Throws a RangeError for one that lets nothing through or is no number. */
export function gaugeOf(limit: Limit): Gauge {
  switch (limit.kind) {
    case 'rate':
      check(limit, { requests: limit.requests, seconds: limit.seconds, burst: limit.burst ?? 1 });
      return rateBucket(limit);
    case 'window':
      check(limit, { requests: limit.requests, seconds: limit.seconds });
      checkWhole(limit, limit.requests);
      return new Window(limit);
    case 'concurrency':
      check(limit, { requests: limit.requests });
      checkWhole(limit, limit.requests);
      return new Concurrency(limit);
    case 'cost':
      if (limit.start) check(limit, { points: limit.start.points, perSecond: limit.start.perSecond });
      return costBucket(limit);
  }
}

function check({ kind }: Limit, numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (!(value > 0) || !Number.isFinite(value))
      throw new RangeError(`a limit of kind ${kind} needs ${name} above 0, found ${value}`);
  }
}

function checkWhole({ kind }: Limit, requests: number): void {
  if (!Number.isSafeInteger(requests))
    throw new RangeError(`a limit of kind ${kind} counts whole requests, found ${requests}`);
}

function rateBucket({ requests, seconds, burst = Math.max(1, requests), perSecondHeader, lane }: RateLimit): Gauge {
  if (burst < 1) throw new RangeError(`a burst below 1 lets nothing through, found ${burst}`);
  return new Bucket({
    lane,
    unit: 'requests',
    size: { capacity: burst, perMs: requests / seconds / 1000 },
    read: ({ headers }) => {
      const perSecond = numberIn(headers, perSecondHeader);
      return perSecond !== undefined && perSecond > 0 ? { perMs: perSecond / 1000 } : {};
    },
  });
}

function costBucket({ path, actualPath, start, lane }: CostLimit): Gauge {
  return new Bucket({
    lane,
    unit: 'points',
    size: start && { capacity: start.points, perMs: start.perSecond / 1000 },
    read: ({ json }) => {
      const capacity = numberAt(json, [...path, 'maximumAvailable']);
      const perSecond = numberAt(json, [...path, 'restoreRate']);
      return {
        ...(capacity !== undefined && capacity > 0 ? { capacity } : {}),
        ...(perSecond !== undefined && perSecond > 0 ? { perMs: perSecond / 1000 } : {}),
        level: numberAt(json, [...path, 'currentlyAvailable']),
        cost: actualPath && numberAt(json, actualPath),
      };
    },
  });
}
