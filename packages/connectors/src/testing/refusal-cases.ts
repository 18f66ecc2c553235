import type { ErrorClass } from '../port/error-class.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ContractCase } from './contract-case.ts';
import { expectStatus, expectThat } from './expect-that.ts';
import type { Fault } from './stage.ts';

interface Refusal {
  readonly name: string;
  readonly fault: Fault;
  readonly class: ErrorClass;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
}

const rows: readonly Refusal[] = [
  {
    name: '429 with seconds: limited, safe to send again after them',
    fault: { kind: 'answered', status: 429, headers: { 'retry-after': '7' } },
    class: 'rate-limited',
    retryable: true,
    retryAfterMs: 7000,
  },
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
    name: '503: the system did nothing, safe to send again',
    fault: { kind: 'answered', status: 503 },
    class: 'unavailable',
    retryable: true,
  },
  { name: '401: not tried again', fault: { kind: 'answered', status: 401 }, class: 'auth', retryable: false },
  { name: '403: not tried again', fault: { kind: 'answered', status: 403 }, class: 'permission', retryable: false },
  {
    name: 'a redirect is not followed: the address is wrong',
    fault: { kind: 'answered', status: 307, headers: { location: 'https://elsewhere.invalid/' } },
    class: 'config',
    retryable: false,
  },
];

/** Whoever is in the way refuses: nothing has happened, and everybody knows it. */
export const refusalCases: readonly ContractCase[] = [
  ...rows.map(submitCase),
  {
    name: 'a signal that is aborted before: nothing is sent',
    run: async ({ submit, written, vendor }) => {
      const { failure } = expectStatus(await submit(undefined, AbortSignal.abort()), 'failed');
      expectThat(failure.safeToReplay, 'safe to replay', failure);
      expectThat(written() === 0 && (await vendor.orders()) === 0, 'nothing sent', written());
    },
  },
];

function submitCase({ name, fault, class: expected, retryable, retryAfterMs }: Refusal): ContractCase {
  return {
    name,
    run: async ({ submit, meet, written, subject, vendor }) => {
      meet(fault);
      const before = written();
      const { failure } = expectStatus(await submit(), 'failed');
      expectThat(failure.class === expected, expected, failure);
      expectThat(failure.retryable === retryable, `retryable: ${retryable}`, failure);
      expectThat(failure.safeToReplay, 'safe to replay', failure);
      expectThat(failure.retryAfterMs === retryAfterMs, `after ${retryAfterMs} ms`, failure);
      expectThat(written() - before === (fault.kind === 'refused' ? 0 : 1), 'no request after the refusal', written());
      expectThat((await vendor.orders()) === 0, 'no order', await vendor.orders());
      expectNoSecret(failure, subject.secret);
      expectStatus(await submit(), 'accepted');
    },
  };
}

function expectNoSecret(failure: ConnectorFailure, secret = ''): void {
  const shown = JSON.stringify(failure);
  expectThat(secret === '' || !shown.includes(secret), 'no secret in a failure', shown.replaceAll(secret, '***'));
}
