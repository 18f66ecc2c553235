import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import type { RetryHeader, VendorPolicy } from '../port/policy.ts';
import type { ContractCase } from './contract-case.ts';
import { expectStatus, expectThat } from './expect-that.ts';
import type { Fault } from './fault.ts';
import { startOfTime } from './scripted-wire.ts';
import type { Stage } from './stage.ts';

interface Refusal {
  readonly name: string;
  readonly fault: Fault;
  readonly class: ErrorClass;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly lasting?: true;
}

const rows: readonly Refusal[] = [
  {
    name: '429 without a time: limited',
    fault: { kind: 'answered', status: 429 },
    class: 'rate-limited',
    retryable: true,
  },
  {
    name: 'a refused connection: nothing was sent, safe to send again',
    fault: { kind: 'refused' },
    class: 'unavailable',
    retryable: true,
  },
  {
    name: '401: not tried again',
    fault: { kind: 'answered', status: 401 },
    class: 'auth',
    retryable: false,
    lasting: true,
  },
  {
    name: '403: not tried again',
    fault: { kind: 'answered', status: 403 },
    class: 'permission',
    retryable: false,
    lasting: true,
  },
  {
    name: 'a redirect is not followed: the address is wrong',
    fault: { kind: 'answered', status: 307, headers: { location: 'https://elsewhere.invalid/' } },
    class: 'config',
    retryable: false,
  },
];

/** Whoever is in the way refuses: nothing has happened, and everybody knows it. */
export const refusalCases = ({ retry }: Pick<VendorPolicy, 'retry'>): readonly ContractCase[] => [
  ...rows.map(submitCase),
  ...retry.headers.flatMap(limitedRows).map(submitCase),
  ...(retry.nothingDone.includes(503) ? [submitCase(busy)] : []),
  ...tooLate.map(({ name, call }) => ({
    name,
    run: async ({ submit, sent, orders }: Stage) => {
      const { failure } = expectStatus(await submit(undefined, call()), 'failed');
      expectThat(failure.safeToReplay, 'safe to replay', failure);
      expectThat(sent() === 0 && (await orders()) === 0, 'nothing sent', sent());
    },
  })),
  {
    name: 'a deadline before the usual end of the wait: nobody waits longer',
    run: async ({ submit, waited }) => {
      expectStatus(await submit(undefined, { deadline: startOfTime + 1000 }), 'accepted');
      expectThat(waited() > 0 && waited() <= 1000, 'a wait of 1000 ms or less', waited());
    },
  },
];

const tooLate: readonly { readonly name: string; readonly call: () => Call }[] = [
  { name: 'a signal that is aborted before: nothing is sent', call: () => ({ signal: AbortSignal.abort() }) },
  { name: 'a deadline that has passed: nothing is sent', call: () => ({ deadline: startOfTime }) },
];

const busy: Refusal = {
  name: '503: the system did nothing, safe to send again',
  fault: { kind: 'answered', status: 503 },
  class: 'unavailable',
  retryable: true,
};

/** A limit in each form in which the system may say how long to wait. */
function limitedRows({ name, unit }: RetryHeader): readonly Refusal[] {
  const forms: readonly (readonly [string, string, number])[] =
    unit === 'milliseconds'
      ? [['milliseconds', '7000', 7000]]
      : [
          ['seconds', '7', 7000],
          ...(unit === 'seconds or date'
            ? [['a date', new Date(startOfTime + 7000).toUTCString(), 7000] as const]
            : []),
        ];
  return forms.map(([form, value, retryAfterMs]) => ({
    name: `429 with ${form} in ${name}: limited, safe to send again after them`,
    fault: { kind: 'answered', status: 429, headers: { [name]: value } },
    class: 'rate-limited',
    retryable: true,
    retryAfterMs,
  }));
}

function submitCase({ name, fault, class: expected, retryable, retryAfterMs, lasting }: Refusal): ContractCase {
  return {
    name,
    run: async ({ submit, meet, calm, written, follows, orders }) => {
      meet(fault, lasting && { lasting });
      const before = written();
      const { failure } = expectStatus(await submit(), 'failed');
      expectThat(failure.class === expected || isOther(expected, failure.class), expected, failure);
      expectThat(failure.retryable === retryable, `retryable: ${retryable}`, failure);
      expectThat(failure.safeToReplay, 'safe to replay', failure);
      expectThat(failure.retryAfterMs === retryAfterMs, `after ${retryAfterMs} ms`, failure);
      const requests = written() - before;
      // What was refused for its token may be sent once more with a new one.
      const most = lasting ? 2 : 1;
      const least = fault.kind === 'refused' ? 0 : 1;
      expectThat(requests >= least && requests <= (least && most), 'no request after the refusal', requests);
      expectThat((await orders()) === 0, 'no order', await orders());
      expectThat(!follows(), 'fetch with a redirect that is manual or an error', 'follow');
      calm();
      expectStatus(await submit(), 'accepted');
    },
  };
}

/** A limit may be one of how many at once. */
function isOther(expected: ErrorClass, found: ErrorClass): boolean {
  return expected === 'rate-limited' && found === 'concurrency-limited';
}
