import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type As2Reply,
  type As2Settings,
  type As2Station,
  as2Listener,
  as2Station,
  type OpenedMessage,
  type ReceivedReceipt,
} from '@dist/connectors/node/as2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, memoryReplies, noon, order, packed, parties } from './parties.ts';

/** A seller and a buyer with a server each, on this machine; what they store is in memory. */
describe('two stations over HTTP', () => {
  const servers: Server[] = [];
  const journal = memoryReplies();
  const messages: OpenedMessage[] = [];
  const receipts: ReceivedReceipt[] = [];
  const outbox: As2Reply[] = [];
  const errors: unknown[] = [];
  let isDiskFull = false;
  let seller: As2Station;
  let impatient: As2Station;
  let asynchronous: As2Station;
  let buyer: As2Station;
  let buyerUrl = '';

  beforeAll(async () => {
    const identities = await parties();
    const listening = { seller: (() => undefined) as RequestListener, buyer: (() => undefined) as RequestListener };
    const sellerUrl = await listen((request, response) => listening.seller(request, response));
    buyerUrl = await listen((request, response) => listening.buyer(request, response));
    const plain = { now: () => noon, replies: journal };
    const agreed = { as2Id: 'BUYER Inc.', url: buyerUrl, certificates: [identities.buyer] };
    const settings: As2Settings = {
      ...plain,
      as2Id: 'SELLER',
      messageDomain: 'seller.example',
      keys: [identities.seller],
      partners: [agreed],
    };
    const later = { ...agreed, receipt: { asynchronousTo: sellerUrl } };
    seller = await as2Station(settings);
    impatient = await as2Station({ ...settings, timeoutMs: 30 });
    asynchronous = await as2Station({ ...settings, partners: [later] });
    buyer = await as2Station({
      ...plain,
      as2Id: 'BUYER Inc.',
      messageDomain: 'buyer.example',
      keys: [identities.buyer],
      partners: [{ as2Id: 'SELLER', url: sellerUrl, certificates: [identities.seller] }],
    });
    listening.seller = as2Listener(asynchronous, async (received, reply) => {
      if (received.status === 'receipt') receipts.push(received);
      return reply;
    });
    const commit: Parameters<typeof as2Listener>[1] = async (received, reply) => {
      if (isDiskFull) throw new Error('the disk is full');
      const names = `${reply.from} ${reply.to} ${reply.messageId}`;
      // A copy that was opened at the same time may be stored by now.
      const stands = received.status === 'message' ? journal.store.get(names) : undefined;
      if (stands !== undefined) return stands;
      if (received.status === 'message') messages.push(received);
      if (reply.later) outbox.push(reply);
      journal.store.set(names, reply);
      return reply;
    };
    const options = { maximumBytes: 100_000, onError: (error: unknown) => errors.push(error) };
    listening.buyer = as2Listener(buyer, commit, options);
  });
  afterAll(() => {
    for (const server of servers) server.close().closeAllConnections();
  });

  async function listen(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/as2`;
  }
  const send = async (station: As2Station, key: string, content = order) => {
    const payload = { content, contentType: 'application/edi-x12', fileName: `${key}.edi` };
    const outcome = await station.pack(payload, { partner: 'BUYER Inc.', key });
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return { message: outcome.message, outcome: await station.send(outcome.message) };
  };

  it('with the receipt in the answer', async () => {
    expect((await send(seller, 'http-1')).outcome).toMatchObject({ status: 'delivered', receipt: { signedBy: '16' } });
    expect(messages.at(-1)).toMatchObject({ content: order, fileName: 'http-1.edi', from: 'SELLER', to: 'BUYER Inc.' });
  });

  it('edge 15 with the receipt posted later, as often as it takes', async () => {
    const { message, outcome } = await send(asynchronous, 'http-2');
    expect(outcome.status).toBe('pending');
    const reply = journal.store.get(`SELLER BUYER Inc. ${message.messageId}`) as As2Reply;
    expect(await buyer.deliver(reply)).toEqual({ status: 'delivered' });
    expect(await buyer.deliver(reply)).toEqual({ status: 'delivered' });
    expect(receipts.map((receipt) => asynchronous.judge(message, receipt).status)).toEqual(['delivered', 'delivered']);
  });

  it('R01 not acknowledged when it can not be stored, and delivered once when it is sent again', async () => {
    isDiskFull = true;
    const { message, outcome } = await send(seller, 'http-3');
    expect(outcome).toMatchObject({ status: 'unknown', failure: { vendor: { status: 503 }, safeToReplay: true } });
    expect(errors.map(String)).toEqual(['Error: the disk is full']);
    isDiskFull = false;
    const before = messages.length;
    expect((await seller.send(message)).status).toBe('delivered');
    expect((await seller.send(message)).status).toBe('delivered');
    expect(messages.length).toBe(before + 1);
  });

  it('edge 15 sent again after the answer was lost, it is stored once and the same receipt comes', async () => {
    const lost = await send(impatient, 'http-4', new Uint8Array(60_000));
    const before = messages.length;
    const again = await seller.send(lost.message);
    expect(again.status).toBe('delivered');
    expect(messages.filter(({ messageId }) => messageId === lost.message.messageId)).toHaveLength(1);
    expect(messages.length - before).toBeLessThanOrEqual(1);
  });

  it('R03 sent again because the receipt that was to come later did not: it is posted once more', async () => {
    const { message } = await send(asynchronous, 'http-6');
    const before = outbox.length;
    expect((await asynchronous.send(message)).status).toBe('pending');
    expect(outbox.slice(before).map(({ messageId }) => messageId)).toEqual([message.messageId]);
    expect(outbox.at(-1)).toEqual(outbox.at(before - 1));
  });

  it('larger than the buyer takes', async () => {
    const { outcome } = await send(seller, 'http-5', new Uint8Array(200_000));
    expect(outcome).toMatchObject({ status: 'failed', failure: { class: 'validation', vendor: { status: 413 } } });
  });

  it('what is no message', async () => {
    expect((await fetch(buyerUrl)).status).toBe(405);
    expect((await fetch(buyerUrl, { method: 'POST', body: 'hello' })).status).toBe(400);
  });

  it('where nobody listens', async () => {
    const gone = await listen(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const { seller: identity, buyer: theirs } = await parties();
    const station = await as2Station({
      now: () => noon,
      replies: journal,
      as2Id: 'SELLER',
      messageDomain: 'seller.example',
      keys: [identity],
      partners: [{ as2Id: 'BUYER', url: gone, certificates: [theirs] }],
    });
    const outcome = await station.send(await packed(station, bytesOf('x')));
    expect(outcome).toMatchObject({ status: 'failed', failure: { class: 'unavailable' } });
  });
});
