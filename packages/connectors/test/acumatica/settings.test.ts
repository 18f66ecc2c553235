import type { Fetch } from '@dist/connectors';
import { acumatica, acumaticaErrors } from '@dist/connectors/acumatica';
import { documentedErrors } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../src/acumatica/error-of.ts';
import { noonUtc } from '../../src/codec/noon-utc.ts';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { application, order } from './subject.ts';
import { baseUrl, call, world } from './world.ts';

describe('R31 Acumatica’s errors', () => {
  it('are more than ten, verbatim, each with its page', () => {
    expect(documentedErrors.acumatica.length).toBeGreaterThanOrEqual(10);
    for (const { sample, source } of documentedErrors.acumatica)
      expect([sample.length > 5, source.length > 5]).toEqual([true, true]);
  });

  it.each(documentedErrors.acumatica.map((rule) => [rule.sample, rule] as const))('%s', (_, rule) => {
    const { status = 500, code, sample: message } = rule;
    expect(classOfError(acumaticaErrors, { status, code, message })).toBe(rule.class);
  });

  it.each([
    [
      'an exception within another, without the stack',
      {
        message: 'An error has occurred.',
        exceptionMessage: 'Operation failed',
        exceptionType: 'PX.Data.PXInvalidOperationException',
        stackTrace: 'at PX.Api',
        innerException: { exceptionMessage: 'The order is locked.' },
      },
      { code: 'PXInvalidOperationException', message: 'Operation failed; The order is locked.' },
    ],
    [
      'errors beside values',
      { error: 'Review.', Details: [{ Project: { value: 'T', error: 'Project not found.' } }] },
      { code: undefined, message: 'Review.; Details[0].Project: Project not found.' },
    ],
    ['nothing', { Details: [{}] }, undefined],
    ['a text', 'busy', undefined],
  ])('are told from %s', (_, json, expected) => {
    expect(errorOf(json)).toEqual(expected);
  });

  it('a 500 that nobody knows leaves a write in doubt', async () => {
    const fetch: Fetch = async (url, init) =>
      init.method === 'PUT'
        ? Response.json({ message: 'An error has occurred.', exceptionMessage: 'Deadlock.' }, { status: 500 })
        : url.endsWith('/token')
          ? Response.json({ access_token: 't' })
          : Response.json([]);
    const erp = acumatica({ baseUrl, credentials: application, fetch });
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'unknown' });
  });
});

describe('settings', () => {
  it.each([
    ['an endpoint with a slash', { endpoint: { name: 'Default/x', version: '1' } }],
    ['an order type of three signs', { orderType: 'SOX' }],
    ['an address with a password', { baseUrl: 'https://user:pass@tenant.invalid' }],
  ])('%s is refused', (_, change) => {
    expect(() => acumatica({ baseUrl, credentials: application, ...change })).toThrow(TypeError);
  });

  it('the endpoint stands in the address and in the version', async () => {
    const { sent, erp } = world({ endpoint: { name: 'Ours', version: '25.200.001' } });
    expect(await erp.orders.find('a')).toMatchObject({ failure: { class: 'config', vendor: { status: 404 } } });
    expect([erp.apiVersion, sent.at(-1)?.url.includes('/entity/Ours/25.200.001/')]).toEqual(['Ours/25.200.001', true]);
  });

  it('a client’s secret and password stand in no failure', async () => {
    const said = { error: 'invalid_grant', error_description: 'pass-123456 and secret-of-the-application' };
    const fetch: Fetch = async () => Response.json(said, { status: 400 });
    const outcome = await acumatica({ baseUrl, credentials: application, fetch }).orders.find('a');
    expect(JSON.stringify(outcome)).not.toMatch(/pass-123456|secret-of-the-application/);
  });
});

describe('the codec noonUtc', () => {
  const context = { position: 0, canonicalOf: () => undefined, nativeOf: () => undefined };

  it('writes a day as noon UTC and reads the day that is written', () => {
    expect(noonUtc.encode('2026-03-02', context)).toBe('2026-03-02T12:00:00Z');
    for (const text of ['2026-03-02T12:00:00Z', '2026-03-02T00:00:00+13:00', '2026-03-02T23:59:59.999-08:00']) {
      expect(noonUtc.decode(text, context)).toBe('2026-03-02');
    }
  });

  it.each(['2026-02-30', '2026-3-2', '02.03.2026', '0001-01-01'])('writes no %s', (day) => {
    expect(noonUtc.encode(day, context)).toMatchObject({ expected: expect.any(String) });
  });
});
