import { type SoapSettings, type SoapVersion, soapClient } from '@dist/connectors/soap';
import { afterEach, describe, expect, it } from 'vitest';
import { account, type OrderService, orderService } from './order-service.ts';

const action = 'urn:sample:orders/CreateOrder';
const versions: readonly SoapVersion[] = ['1.1', '1.2'];
let service: OrderService;
afterEach(() => service.close());

describe.each(versions)('a client of SOAP %s and the server of the package soap', (version) => {
  async function connect({ isGuarded = false, ...more }: Partial<SoapSettings> & { isGuarded?: boolean } = {}) {
    service = await orderService(version, isGuarded);
    const settings = { name: 'ERP', url: service.url, version, namespaces: { o: 'urn:sample:orders' } };
    return soapClient({ ...settings, ...more });
  }
  const order = (reference: string) => ({ action, body: { 'o:CreateOrder': { 'o:Reference': reference } } });

  it('understand one another, whatever stands in a text, and a list of one is a list', async () => {
    const client = await connect();
    const note = ' <b> & "c" \' ]]> é 𝔸 &amp; ';
    const line = { '@unit': 'EA', 'o:Item': '007', 'o:Quantity': '12.50' };
    const answer = await client.call('write', {
      action,
      body: { 'o:CreateOrder': { 'o:Reference': '0012', 'o:Note': note, 'o:Line': [line] } },
      lists: ['o:CreateOrderResponse/o:Line'],
    });
    // That server takes white space off the ends of what it reads.
    const item = { attributes: { unit: 'EA' }, Item: '007', Quantity: '12.50' };
    expect(service.orders).toEqual([{ Reference: '0012', Note: note.trim(), Line: [item] }]);
    expect(answer).toMatchObject({ ok: true });
    const response = { 'o:Number': 'SO-0012', 'o:Note': note.trim(), 'o:Line': [line] };
    expect(answer).toEqual({ ok: true, headers: {}, body: { 'o:CreateOrderResponse': response } });
    const [headers] = service.headers;
    expect(headers?.['content-type']).toMatch(
      version === '1.1' ? /^text\/xml/ : /^application\/soap\+xml.*action="urn/,
    );
  });

  it.each(['PasswordText', 'PasswordDigest'] as const)('know one another by %s', async (type) => {
    const client = await connect({ isGuarded: true, security: { ...account, type } });
    expect(await client.call('write', order('1'))).toMatchObject({ ok: true });
    expect(service.orders).toHaveLength(1);
  });

  it.each(['PasswordText', 'PasswordDigest'] as const)('do not with another password, by %s', async (type) => {
    const client = await connect({ isGuarded: true, security: { ...account, password: 'wrong', type } });
    expect(await client.call('write', order('1'))).toMatchObject({
      ok: false,
      failure: { class: 'auth', safeToReplay: true },
    });
    expect(service.orders).toEqual([]);
  });

  it('do not when the message has expired', async () => {
    const security = { ...account, type: 'PasswordDigest' } as const;
    const client = await connect({ isGuarded: true, security, now: () => Date.now() - 400_000 });
    expect(await client.call('write', order('1'))).toMatchObject({ ok: false, failure: { class: 'auth' } });
  });

  it('tell a refusal from a write in doubt', async () => {
    const client = await connect();
    const refused = await client.call('write', order('wrong'));
    expect(refused).toMatchObject({ ok: false, failure: { class: 'validation', safeToReplay: true } });
    expect(refused).toMatchObject({
      fault: { version, code: 'Sender', reason: 'The quantity is "0" & that is wrong' },
    });
    const failed = await client.call('write', order('fails'));
    expect(failed).toMatchObject({ ok: false, failure: { class: 'timeout-unknown', safeToReplay: false } });
    expect(await client.call('read', order('fails'))).toMatchObject({ failure: { class: 'unavailable' } });
  });

  it('edge 1 leave a write in doubt that was done and not answered', async () => {
    const client = await connect({ timeoutMs: 300 });
    const answer = await client.call('write', order('hangs'));
    expect(answer).toMatchObject({ ok: false, failure: { class: 'timeout-unknown', safeToReplay: false } });
    expect(service.orders).toHaveLength(1);
  });
});
