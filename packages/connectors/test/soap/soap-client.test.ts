import { type SoapAnswer, type SoapSettings, soapClient } from '@dist/connectors/soap';
import { describe, expect, it } from 'vitest';

const namespaces = { o: 'urn:sample:orders' };
const envelope = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};
const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const security = { username: 'erp', password: 'very secret', type: 'PasswordText' } as const;

type Sent = { url: string; init: RequestInit };

function client(respond: () => Response | Promise<Response>, more: Partial<SoapSettings> = {}) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return respond();
  };
  const settings: SoapSettings = {
    name: 'ERP',
    url: 'https://erp.invalid/service?tenant=1',
    version: '1.1',
    namespaces,
    fetch,
  };
  return { sent, ...soapClient({ ...settings, ...more }) };
}

function answered(inside: string, status = 200, version: '1.1' | '1.2' = '1.1') {
  const xml = `<e:Envelope xmlns:e="${envelope[version]}" xmlns:w="${wsse}"><e:Body>${inside}</e:Body></e:Envelope>`;
  return () => new Response(xml, { status, headers: { 'content-type': 'text/xml' } });
}

const fault11 = (code: string, text = 'No') =>
  answered(`<e:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring></e:Fault>`, 500);
const fault12 = (code: string, status: number) => {
  const codes = code.split(' ').reduceRight((inner, each, at) => {
    const name = at === 0 ? 'Code' : 'Subcode';
    return `<e:${name}><e:Value>${each}</e:Value>${inner}</e:${name}>`;
  }, '');
  const text = '<e:Text xml:lang="de">Nein</e:Text><e:Text xml:lang="en">No</e:Text>';
  return answered(`<e:Fault>${codes}<e:Reason>${text}</e:Reason></e:Fault>`, status, '1.2');
};
/** A fault in a namespace that is not that of its envelope, with 200. */
const strange = (uri: string, inside: string, version: '1.1' | '1.2' = '1.1') =>
  answered(`<Fault xmlns="${uri}">${inside}</Fault>`, 200, version);
const server11 = '<faultcode>Server</faultcode><faultstring>No</faultstring>';
const receiver12 = '<Code><Value>Receiver</Value></Code><Reason><Text xml:lang="en">No</Text></Reason>';
const request = { action: 'urn:sample:orders/Create', body: { 'o:Create': { 'o:Id': '007' } } };

describe('a request', () => {
  it('of SOAP 1.1 has its action in a header of its own, quoted', async () => {
    const { sent, call } = client(answered('<r xmlns="urn:sample:orders">1</r>'));
    expect(await call('read', request)).toEqual({ ok: true, body: { 'o:r': '1' }, headers: {} });
    const headers = new Headers(sent[0]?.init.headers);
    expect(sent[0]?.url).toBe('https://erp.invalid/service?tenant=1');
    expect(headers.get('soapaction')).toBe('"urn:sample:orders/Create"');
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(headers.get('accept')).toBe('text/xml');
    expect(sent[0]?.init.body).toContain('<o:Create><o:Id>007</o:Id></o:Create>');
  });

  it('of SOAP 1.2 has its action in the media type', async () => {
    const { sent, call } = client(answered('<r/>', 200, '1.2'), { version: '1.2' });
    expect(await call('read', request)).toMatchObject({ ok: true });
    const headers = new Headers(sent[0]?.init.headers);
    expect(headers.get('soapaction')).toBeNull();
    expect(headers.get('content-type')).toBe('application/soap+xml; charset=utf-8; action="urn:sample:orders/Create"');
  });

  it('has another nonce each time, and the time of its own clock', async () => {
    const { sent, call } = client(answered('<r/>'), { security, now: () => Date.parse('2026-03-02T08:00:00.000Z') });
    await call('read', request);
    await call('read', request);
    const nonces = sent.map(({ init }) => /<wsse:Nonce [^>]*>([^<]*)</.exec(String(init.body))?.[1]);
    expect(new Set(nonces).size).toBe(2);
    expect(sent[0]?.init.body).toContain('<wsu:Expires>2026-03-02T08:05:00.000Z</wsu:Expires>');
  });

  it('that cannot be written is not sent', async () => {
    const { sent, call } = client(answered('<r/>'));
    const answer = await call('write', { body: { 'o:Note': '\u0000' } });
    expect(answer).toMatchObject({ ok: false, failure: { class: 'validation', safeToReplay: true } });
    expect(sent).toEqual([]);
  });

  it.each(['a"b', 'a\nb', 'a b', 'ü'])('cannot have the action %j', async (action) => {
    await expect(client(answered('<r/>')).call('read', { ...request, action })).rejects.toThrow(TypeError);
  });

  it.each(['', 'erp.invalid', 'ftp://erp.invalid', 'https://me:secret@erp.invalid'])('cannot go to %j', (url) => {
    expect(() => client(answered('<r/>'), { url })).toThrow(TypeError);
  });
});

describe('a fault', () => {
  it.each<[string, () => Response, 'read' | 'write', string, boolean]>([
    ['of the client is a refusal', fault11('e:Client'), 'write', 'validation', true],
    ['of the client is one without a prefix too', fault11('Client'), 'write', 'validation', true],
    ['of the client may say more behind a point', fault11('e:Client.Quantity'), 'write', 'validation', true],
    ['of the server leaves a write in doubt', fault11('e:Server'), 'write', 'timeout-unknown', false],
    ['of the server does no harm to a read', fault11('e:Server'), 'read', 'unavailable', true],
    ['of what must be understood is one of settings', fault11('e:MustUnderstand'), 'write', 'config', true],
    ['of the version is one of settings', fault11('e:VersionMismatch'), 'write', 'config', true],
    ['of WS-Security is one of credentials', fault11('w:FailedAuthentication'), 'write', 'auth', true],
    ['of a token that holds no more is one of credentials', fault11('w:InvalidSecurityToken'), 'read', 'auth', true],
    ['of a token that nobody takes is one of settings', fault11('w:UnsupportedSecurityToken'), 'read', 'config', true],
    ['of a code of its own is known to the caller alone', fault11('ORD-7'), 'write', 'duplicate', true],
    ['of a code that nobody knows is told as that', fault11('ORD-8'), 'write', 'contract-drift', false],
    ['of the sender is a refusal', fault12('e:Sender', 400), 'write', 'validation', true],
    ['of the receiver leaves a write in doubt', fault12('e:Receiver', 500), 'write', 'timeout-unknown', false],
    ['of the sender is what its subcode says', fault12('e:Sender w:FailedAuthentication', 400), 'write', 'auth', true],
    ['of the sender is what the caller knows', fault12('e:Sender o:ORD-7', 400), 'write', 'duplicate', true],
    [
      'of the sender is what its most special code says',
      fault12('e:Sender ORD-7 ORD-9', 400),
      'write',
      'conflict',
      true,
    ],
    ['of the sender with 401 is one of credentials', fault12('e:Sender', 401), 'write', 'auth', true],
    [
      'in the namespace of 1.2 is one in an envelope of 1.1',
      strange(envelope['1.2'], receiver12),
      'write',
      'timeout-unknown',
      false,
    ],
    [
      'in the namespace of 1.1 is one in an envelope of 1.2',
      strange(envelope['1.1'], server11, '1.2'),
      'write',
      'timeout-unknown',
      false,
    ],
    ['in no namespace is one by its code', strange('', server11), 'write', 'timeout-unknown', false],
    ['in no namespace is one by the code of 1.2', strange('', receiver12), 'write', 'timeout-unknown', false],
    ['that comes with 200 is one all the same', () => new Response(null), 'write', 'contract-drift', false],
  ])('%s', async (_, respond, kind, name, safeToReplay) => {
    const { call } = client(respond, { faultClasses: { 'ORD-7': 'duplicate', 'ORD-9': 'conflict' } });
    expect(await call(kind, request)).toMatchObject({ ok: false, failure: { class: name, safeToReplay } });
  });

  it('is none where a result of that name has no code, or is in a namespace of its own', async () => {
    for (const result of [
      '<Fault><Line>7</Line></Fault>',
      '<o:Fault xmlns:o="urn:sample:orders"><o:Code>7</o:Code></o:Fault>',
    ])
      expect(await client(answered(result)).call('write', request)).toMatchObject({ ok: true });
  });

  it('is there with its code, reason and detail', async () => {
    const detail = '<detail><x>1</x><x>2</x>too <b>late</b></detail>';
    const xml = `<e:Fault><faultcode>e:Server</faultcode><faultstring>No</faultstring>${detail}</e:Fault>`;
    expect(await client(answered(xml, 500)).call('read', request)).toMatchObject({
      failure: { message: 'ERP: answered with a fault (Server: No)', vendor: { code: 'Server', status: 500 } },
      fault: {
        version: '1.1',
        code: 'Receiver',
        codes: ['{http://schemas.xmlsoap.org/soap/envelope/}Server'],
        reason: 'No',
        detail: { x: ['1', '2'], b: 'late', '#text': 'too ' },
      },
    });
    const english = await client(fault12('e:Sender w:FailedCheck', 400)).call('read', request);
    expect(english).toMatchObject({
      fault: { version: '1.2', code: 'Sender', reason: 'No', codes: [expect.any(String), `{${wsse}}FailedCheck`] },
    });
  });

  it('does not repeat a secret', async () => {
    const { call } = client(fault11('e:Client', 'very secret and tok-1 and key-2'), {
      security,
      headers: { authorization: 'Bearer tok-1' },
      secrets: ['key-2'],
    });
    expect(messageOf(await call('write', request))).toBe('ERP: answered with a fault (Client: *** and *** and ***)');
  });
});

describe('an answer', () => {
  const text =
    (body: string | null, status: number, headers: Record<string, string> = {}) =>
    () =>
      new Response(body, { status, headers });
  it.each<[string, () => Response, 'read' | 'write', string, boolean]>([
    ['that is a page of a proxy leaves a write in doubt', text('<html/>', 502), 'write', 'timeout-unknown', false],
    ['that is a page of a proxy does no harm to a read', text('<html/>', 502), 'read', 'unavailable', true],
    ['that asks for credentials', text('', 401), 'write', 'auth', true],
    ['that asks to wait', text('', 429, { 'retry-after': '7' }), 'write', 'rate-limited', true],
    ['that leads elsewhere is not followed', text('', 302, { location: '/x' }), 'write', 'config', true],
    ['that cannot be read may have done what was asked', text('<a', 200), 'write', 'contract-drift', false],
    [
      'that has attachments',
      text('--x', 200, { 'content-type': 'multipart/related' }),
      'write',
      'contract-drift',
      false,
    ],
    ['that is empty', text(null, 200), 'write', 'contract-drift', false],
    ['with something twice that is no list', answered('<l/><l/>'), 'read', 'contract-drift', true],
  ])('%s', async (_, respond, kind, name, safeToReplay) => {
    expect(await client(respond).call(kind, request)).toMatchObject({
      ok: false,
      failure: { class: name, safeToReplay },
    });
  });

  it('that only accepts is one', async () => {
    expect(await client(text(null, 202)).call('write', request)).toEqual({ ok: true, body: {}, headers: {} });
  });

  it('that is too long is not read to its end', async () => {
    const answer = await client(answered(`<l>${'x'.repeat(5000)}</l>`), { maximumBytes: 1000 }).call('read', request);
    expect(messageOf(answer)).toBe('ERP: answered 200, but the body has more than 1000 bytes');
  });

  it('that never comes leaves a write in doubt', async () => {
    const never = () => new Promise<Response>(() => undefined);
    const timeout = () => AbortSignal.abort();
    expect(await client(never, { timeout }).call('write', request)).toMatchObject({
      failure: { class: 'timeout-unknown' },
    });
    const { signal } = new AbortController();
    expect(await client(never, { timeout }).call('read', request, { signal })).toMatchObject({
      failure: { class: 'unavailable' },
    });
  });

  it('is not waited for when nobody was there', async () => {
    const refused = () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }));
    const answer = await client(refused).call('write', request);
    expect(answer).toMatchObject({ failure: { class: 'unavailable', safeToReplay: true } });
  });
});

function messageOf(answer: SoapAnswer): string {
  return answer.ok ? '' : answer.failure.message;
}
