import type { Fetch } from '@dist/connectors';
import { fakePayments, fakeTms } from '@dist/connectors/fakes';
import { type ContractAdapter, contract, type Fake } from '@dist/connectors/testing';
import { describe, expect, it } from 'vitest';
import { subject as payments } from '../payments/subject.ts';
import { subject as tms } from '../tms/subject.ts';

/** An adapter whose requests are changed on their way. */
function changed(adapter: ContractAdapter, change: (init: RequestInit) => RequestInit): ContractAdapter {
  return {
    ...adapter,
    connect: (runtime) => {
      const { fetch } = runtime;
      const sent: Fetch = (url, init) => (fetch ?? globalThis.fetch)(url, change(init));
      return adapter.connect({ ...runtime, fetch: sent });
    },
  };
}

/** A refund under no key of ours, neither in a header nor in its metadata. */
function withoutKey(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.delete('idempotency-key');
  const fields = String(init.body ?? '').split('&');
  const body = fields.filter((field) => !decodeURIComponent(field).startsWith('metadata[')).join('&');
  return { ...init, headers, ...(init.body == null ? {} : { body }) };
}

let shipments = 0;
/** A label for a shipment of another name each time. */
function underAnotherName(init: RequestInit): RequestInit {
  const body = String(init.body ?? '').replace(/"external_shipment_id":"[^"]*"/, () => {
    shipments++;
    return `"external_shipment_id":"kit-${shipments}"`;
  });
  return init.body == null ? init : { ...init, body };
}

describe('the contract fails an adapter that', () => {
  it.each<[string, ContractAdapter, () => Fake, string]>([
    [
      'gives a refund twice',
      changed(payments, withoutKey),
      fakePayments,
      'payments.refund again is done, or refused for what stands there already',
    ],
    [
      'gives a refund twice whose answer was lost',
      changed(payments, withoutKey),
      fakePayments,
      'payments.refund of which the connection breaks after it was done is unknown',
    ],
    [
      'buys a label twice',
      changed(tms, underAnotherName),
      fakeTms,
      'labels.create again is done, or refused for what stands there already',
    ],
  ])('%s', async (_, broken, fake, name) => {
    const found = contract(broken, fake).find((candidate) => candidate.name === name);
    await expect(found?.run()).rejects.toThrow('expected one document');
  });
});
