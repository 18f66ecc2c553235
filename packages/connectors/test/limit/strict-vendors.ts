/** What a vendor says to a request. */
export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** How long it works on it, in milliseconds; 0 when it refuses. */
  readonly works: number;
  /** When it has worked. */
  readonly end?: (now: number) => { readonly headers?: Readonly<Record<string, string>>; readonly json?: unknown };
}

/**
 * A vendor that refuses whatever is beyond its limit. Written without a look at the limiters: each counts in another way than
 * they do. Times are the vendor's own.
 */
export interface StrictVendor {
  arrive(now: number, request: { readonly cost: number; readonly lane: string | undefined }): Said;
}

/** A rate with a burst, by theoretical arrival times (GCRA, ITU-T I.371) instead of tokens. */
export function strictRate(perSecond: number, burst: number, works: () => number, says = {}): StrictVendor {
  const gap = 1000 / perSecond;
  let theoretical = Number.NEGATIVE_INFINITY;
  return {
    arrive: (now) => {
      if (theoretical - now > (burst - 1) * gap + 1e-6) {
        const seconds = Math.ceil((theoretical - now - (burst - 1) * gap) / 1000);
        return { status: 429, headers: { 'retry-after': `${seconds}` }, works: 0 };
      }
      theoretical = Math.max(theoretical, now) + gap;
      return { status: 200, headers: says, works: works() };
    },
  };
}

/** Any span of that length, by the list of all that came. */
export function strictSliding(requests: number, seconds: number, works: () => number): StrictVendor {
  const came: number[] = [];
  return {
    arrive: (now) => {
      // The one that many places before must be a whole window old.
      const limiting = came[came.length - requests];
      if (limiting !== undefined && now - limiting < seconds * 1000) {
        const wait = Math.ceil((limiting + seconds * 1000 - now) / 1000);
        return { status: 429, headers: { 'retry-after': `${wait}` }, works: 0 };
      }
      came.push(now);
      return { status: 200, works: works() };
    },
  };
}

/** Spans one after another, counted by their number; told in the headers of BigCommerce. */
export function strictFixed(requests: number, seconds: number, works: () => number): StrictVendor {
  const counts = new Map<number, number>();
  const length = seconds * 1000;
  return {
    arrive: (now) => {
      const span = Math.floor(now / length);
      const count = counts.get(span) ?? 0;
      const rest = Math.ceil((span + 1) * length - now);
      const headers = (left: number) => ({
        'x-rate-limit-time-window-ms': `${length}`,
        'x-rate-limit-time-reset-ms': `${rest}`,
        'x-rate-limit-requests-quota': `${requests}`,
        'x-rate-limit-requests-left': `${left}`,
      });
      if (count >= requests) return { status: 429, headers: headers(0), works: 0 };
      counts.set(span, count + 1);
      return { status: 200, headers: headers(requests - count - 1), works: works() };
    },
  };
}

/** So many at a time, by the instants at which they end. */
export function strictConcurrency(places: number, works: () => number, status = 429): StrictVendor {
  let ends: number[] = [];
  return {
    arrive: (now) => {
      ends = ends.filter((end) => end > now);
      if (ends.length >= places) {
        return { status, json: { error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED' } }, works: 0 };
      }
      const time = works();
      ends.push(now + time);
      return { status: 200, works: time };
    },
  };
}

/** Points as of Shopify: the requested ones must be there, the rest comes back when it is known what was used. */
export function strictCost(
  maximum: number,
  perSecond: number,
  works: () => number,
  actual: (requested: number) => number = (requested) => requested,
): StrictVendor {
  /** Points that were used, and that flow back. */
  let used = 0;
  let at = 0;
  const flow = (now: number) => {
    used = Math.max(0, used - ((now - at) / 1000) * perSecond);
    at = now;
  };
  const cost = (requested: number, actualCost: number | null) => ({
    requestedQueryCost: requested,
    actualQueryCost: actualCost,
    throttleStatus: {
      maximumAvailable: maximum,
      currentlyAvailable: Math.floor(maximum - used),
      restoreRate: perSecond,
    },
  });
  return {
    arrive: (now, { cost: requested }) => {
      flow(now);
      if (used + requested > maximum + 1e-6) {
        const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
        return { status: 200, json: { errors, extensions: { cost: cost(requested, null) } }, works: 0 };
      }
      used += requested;
      const spent = actual(requested);
      return {
        status: 200,
        works: works(),
        end: (later) => {
          flow(later);
          used = Math.max(0, used - (requested - spent));
          return { json: { data: {}, extensions: { cost: cost(requested, spent) } } };
        },
      };
    },
  };
}

/** Both must agree; whoever the first refuses does not count for the second. */
export function strictBoth(first: StrictVendor, second: StrictVendor): StrictVendor {
  return {
    arrive: (now, request) => {
      const said = first.arrive(now, request);
      return said.status === 429 ? said : second.arrive(now, request);
    },
  };
}
