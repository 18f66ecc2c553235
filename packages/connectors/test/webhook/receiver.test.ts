import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import {
  adobeEventsWebhooks,
  businessCentralWebhooks,
  memoryWebhookStore,
  shopifyWebhooks,
  type Webhook,
  type WebhookPolicy,
  type WebhookReceiverSettings,
  type WebhookRefusal,
  type WebhookReport,
  webhookReceiver,
} from '@dist/connectors/webhooks';
import { describe, expect, it } from 'vitest';
import { now, type Signed, sender } from './senders.ts';

const address = 'https://us.example.com/hooks';

/** What a test waits for until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** A receiver of a sender, with what it has written and told. */
function receiving(name: string, more: Partial<WebhookReceiverSettings<string>> = {}) {
  const { policy, verify, send } = sender(name);
  const written: string[] = [];
  const reports: WebhookReport[] = [];
  const receiver = webhookReceiver<string>({
    policy,
    verify,
    store: memoryWebhookStore((work) => void written.push(work)),
    decide: ({ topic = '' }) => topic,
    now: () => now,
    report: (told) => void reports.push(told),
    ...more,
  });
  const post = (signed: Signed = send(), query = '') =>
    receiver.fetch(
      new Request(`${address}${query}`, { method: 'POST', body: new Uint8Array(signed.body), headers: signed.headers }),
    );
  return { receiver, post, send, written, kinds: () => reports.map(({ kind }) => kind), reports };
}

describe('a receiver answers', () => {
  it('R03 200 to a webhook and to each repetition, and writes once', async () => {
    const { post, written, kinds } = receiving('Shopify');
    for (let times = 0; times < 3; times++) expect((await post()).status).toBe(200);
    expect(written).toEqual(['orders/create']);
    expect(kinds()).toEqual(['committed', 'duplicate', 'duplicate']);
  });

  it('R03 200 to a topic that nobody knows: BigCommerce would leave out the domain', async () => {
    const { post, written } = receiving('BigCommerce', { decide: () => 'nothing to do' });
    expect((await post()).status).toBe(200);
    expect(written).toEqual(['nothing to do']);
  });

  it('edge 12 200 only when every notification of a body is done, and each is done once', async () => {
    let isBroken = true;
    const { post, written, kinds } = receiving('Business Central', {
      decide: ({ topic = '' }) => {
        if (isBroken && topic.endsWith('collection')) throw new Error('the record cannot be read now');
        return topic;
      },
    });
    const first = await post();
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '60']);
    isBroken = false;
    expect((await post()).status).toBe(200);
    expect(written).toEqual(['items/updated', 'salesOrders/collection']);
    expect(kinds()).toEqual(['committed', 'failed', 'duplicate', 'committed']);
  });

  it.each<[WebhookRefusal, number, number]>([
    ['signature-missing', 401, 503],
    ['signature-wrong', 401, 503],
    ['header-missing', 400, 503],
    ['header-wrong', 400, 503],
    ['too-old', 401, 503],
    ['from-the-future', 401, 503],
    ['body-unreadable', 400, 503],
    ['unknown-key', 401, 503],
    ['keys-unavailable', 503, 503],
    ['recipient-wrong', 401, 503],
  ])(
    '%s by %i, and Business Central by %i, and says nothing of the reason',
    async (reason, status, ofBusinessCentral) => {
      for (const [policy, expected] of [
        [shopifyWebhooks, status],
        [businessCentralWebhooks, ofBusinessCentral],
      ] as const) {
        const { post, written, reports } = receiving('Shopify', {
          policy,
          verify: async () => ({ ok: false, reason }),
        });
        const response = await post();
        expect([response.status, await response.text()]).toEqual([expected, '']);
        expect(reports).toEqual([{ kind: 'refused', reason }]);
        expect(written).toEqual([]);
      }
    },
  );

  it.each(['GET', 'PUT', 'DELETE', 'HEAD'])('405 to %s', async (method) => {
    const { receiver } = receiving('Shopify');
    const response = await receiver.fetch(new Request(address, { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('503 while another delivery of the same webhook is at work, and processes it when its lease has run out', async () => {
    let clock = now;
    const [held, began] = [gate(), gate()];
    let runs = 0;
    const { post, written } = receiving('Shopify', {
      now: () => clock,
      leaseSeconds: 10,
      decide: async () => {
        if (runs++ === 0) {
          began.open();
          await held.opened;
        }
        return `run ${runs}`;
      },
    });
    const first = post();
    await began.opened;
    const second = await post();
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '10']);
    clock += 10_000;
    expect((await post()).status).toBe(200);
    held.open();
    expect((await first).status).toBe(200);
    expect(written).toEqual(['run 2']);
  });

  it('what verify throws goes through: a mistake of ours is no webhook that was refused', async () => {
    const { post } = receiving('Shopify', {
      verify: () => Promise.reject(new TypeError('a secret must not be empty')),
    });
    await expect(post()).rejects.toThrow('a secret must not be empty');
  });

  it('200 though the report throws', async () => {
    const report = () => {
      throw new Error('the log is full');
    };
    expect((await receiving('Shopify', { report }).post()).status).toBe(200);
  });
});

describe('a body', () => {
  it('that says it is too big is not read', async () => {
    const { receiver, kinds } = receiving('Shopify', { maximumBytes: 100 });
    let isRead = false;
    const body = new ReadableStream(
      {
        pull() {
          isRead = true;
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-length': '101' };
    const response = await receiver.fetch(new Request(address, { method: 'POST', body, headers, duplex: 'half' }));
    expect([response.status, isRead, kinds()]).toEqual([413, false, ['too-big']]);
  });

  it('that never ends is left after the limit', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const { receiver } = receiving('Shopify', { maximumBytes: 10_000 });
    const response = await receiver.fetch(new Request(address, { method: 'POST', body, duplex: 'half' }));
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(15);
  });

  it('that was read by a server is as limited', async () => {
    const { receiver, send } = receiving('Shopify', { maximumBytes: 10 });
    expect((await receiver.receive({ ...send(), method: 'POST', url: '/hooks' })).status).toBe(413);
  });

  it('that is cut short is 400', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new Error('reset')),
    });
    const { receiver, kinds } = receiving('Shopify');
    const response = await receiver.fetch(new Request(address, { method: 'POST', body, duplex: 'half' }));
    expect([response.status, kinds()]).toEqual([400, ['cut-short']]);
  });

  it('of exactly the limit, in pieces of a byte, is taken', async () => {
    const sent = sender('Shopify').send();
    const { receiver, written } = receiving('Shopify', { maximumBytes: sent.body.length });
    const body = new ReadableStream({
      start(controller) {
        for (const byte of sent.body) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const response = await receiver.fetch(
      new Request(address, { method: 'POST', body, headers: sent.headers, duplex: 'half' }),
    );
    expect([response.status, written]).toEqual([200, ['orders/create']]);
  });
});

describe('a handshake', () => {
  const token = 'a token with <script> & ünicode';
  const asked = (query: string, method = 'POST') => new Request(`${address}${query}`, { method });

  it.each<[string, WebhookPolicy, string, string]>([
    ['of Business Central', businessCentralWebhooks, 'POST', 'validationToken'],
    ['of Adobe I/O Events', adobeEventsWebhooks, 'GET', 'challenge'],
  ])('%s gets its token back as plain text, unverified', async (_, policy, method, parameter) => {
    const { receiver, kinds } = receiving('Shopify', { policy });
    const response = await receiver.fetch(asked(`?x=1&${parameter}=${encodeURIComponent(token)}`, method));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(token);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(kinds()).toEqual(['handshake']);
  });

  it('of a path without a host is answered as well', async () => {
    const { receiver } = receiving('Business Central');
    const request = { method: 'POST', url: '/hooks?validationToken=t', headers: {}, body: new Uint8Array() };
    expect(await receiver.receive(request)).toMatchObject({ status: 200, body: 't' });
    expect(await receiver.receive({ ...request, url: '//[' })).toMatchObject({ status: 503 });
  });

  it('is for senders that have one, and for tokens of their size', async () => {
    expect((await receiving('Shopify').receiver.fetch(asked('?validationToken=t'))).status).toBe(401);
    const long = `?validationToken=${'t'.repeat(2049)}`;
    expect((await receiving('Business Central').receiver.fetch(asked(long))).status).toBe(503);
  });
});

describe('on node:http', () => {
  it('a webhook is received with its headers as Node has them', async () => {
    const { receiver, send, written } = receiving('Shopify');
    const server = createServer(async (request, response) => {
      const { method = 'GET', url = '/' } = request;
      const body = new Uint8Array(
        await new Response(Readable.toWeb(request) as ReadableStream<Uint8Array>).arrayBuffer(),
      );
      const answer = await receiver.receive({ method, url, headers: request.headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { body, headers } = send();
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: new Uint8Array(body), headers });
    server.close();
    expect([response.status, written]).toEqual([200, ['orders/create']]);
  });
});

describe('what is reported', () => {
  it('holds no secret of a sender', async () => {
    const { post, reports } = receiving('Acumatica');
    await post();
    const told = JSON.stringify(reports.map((report) => ('webhook' in report ? plain(report.webhook) : report)));
    expect(told).not.toContain('(sample)');
  });

  function plain({ content: _, ...webhook }: Webhook) {
    return webhook;
  }
});
