import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StoryEvent } from '@dist/orchestration/testing';
import { invoice, shipment } from '../sample.ts';

/** One thing that reached the outside. The list only grows: whatever was done twice stands in it twice. */
export type LedgerEntry =
  | { readonly kind: 'submit'; readonly reference: string }
  | { readonly kind: 'credit'; readonly reference: string }
  | { readonly kind: 'deliver'; readonly document: string; readonly bytes: string };

/** What the ERP or the partner has to say of an order. */
export interface News {
  readonly order: string;
  readonly event: StoryEvent;
}

/** How the outside behaves in a round. */
export interface WorldOptions {
  /** Purchase orders that the partner sends, by number. */
  readonly orders: readonly string[];
  /** Of these the partner's answers come late: after their deadline. */
  readonly late: readonly string[];
  /** The ERP says nothing of an order until it is told to (`speak`): neither its number nor what it ships. */
  readonly silent?: boolean | undefined;
  /** What happens when something reaches the outside, or when a worker tells of a commit. */
  readonly at: (instant: string, worker: string) => Promise<void>;
}

/**
 * The outside of the workers, in the process that kills them: an ERP without any idempotency, a partner's mailbox, a
 * credit bureau, and what they have to say.
 */
export interface CrashWorld {
  readonly address: string;
  readonly ledger: readonly LedgerEntry[];
  readonly news: readonly News[];
  /** How much of the news a worker that has nothing to do has heard; -1 while something waits. */
  readonly heard: () => number;
  /** The ERP is silent no longer. */
  speak(): void;
  order(number: string): void;
  close(): Promise<void>;
}

/** Milliseconds by which a late answer misses its deadline of 720. */
const lateness = 1500;

export async function crashWorld(options: WorldOptions): Promise<CrashWorld> {
  const ledger: LedgerEntry[] = [];
  const news: News[] = [];
  const orders = [...options.orders];
  let [silent, heard] = [options.silent ?? false, -1];
  const isTold = new Set<string>();
  const tellOnce = (name: string, ...told: readonly News[]): void => {
    if (isTold.has(name)) return;
    isTold.add(name);
    news.push(...told);
  };
  const tellOfOrder = (reference: string): void => {
    if (silent) return;
    const order = reference.replace('northfield.', 'northfield/');
    const number = `SO ${reference}`;
    tellOnce(
      `erp ${order}`,
      { order, event: { type: 'erp.accepted', partId: '1', erp: 'erp', number, rejected: [] } },
      { order, event: shipment('S1', [['1', '24']]) },
      { order, event: invoice('I1', [['1', '24']]) },
    );
  };
  const tellOfDocuments = (document: string): void => {
    const [, order = '', name = ''] = /^(northfield\/[^/]+)\/(.+)$/.exec(document) ?? [];
    if (!['855', '856/S1', '810/I1'].includes(name)) return;
    const event: StoryEvent = { type: 'acknowledgment.received', by: '997', document, status: 'accepted', codes: [] };
    const isLate = options.late.includes(order.replace('northfield/', ''));
    const tell = () => tellOnce(`997 ${document}`, { order, event });
    if (isLate && name === '856/S1') setTimeout(tell, lateness);
    else tell();
    if (name === '810/I1')
      tellOnce(`paid ${order}`, { order, event: { type: 'payment.applied', invoice: 'I1', amount: '78' } });
  };
  const isAnswered = (number: string) =>
    ledger.some((entry) => 'document' in entry && entry.document === `997/${number}`);
  const answers: Readonly<Record<string, (asked: Record<string, string>) => unknown>> = {
    // R01: the partner sends its file again until it has the acknowledgment.
    inbox: () => orders.filter((number) => !isAnswered(number)),
    news: ({ after }) => news.slice(Number(after)),
    submit: ({ reference = '' }) => {
      ledger.push({ kind: 'submit', reference });
      tellOfOrder(reference);
      return { silent };
    },
    find: ({ reference }) => ledger.some((entry) => entry.kind === 'submit' && entry.reference === reference),
    credit: ({ reference = '' }) => ledger.push({ kind: 'credit', reference }),
    deliver: ({ document = '', bytes = '' }) => {
      ledger.push({ kind: 'deliver', document, bytes });
      tellOfDocuments(document);
    },
    instant: () => undefined,
    idle: ({ heard: count }) => {
      heard = Number(count);
    },
    busy: () => {
      heard = -1;
    },
  };
  const { server, address } = await listen(async (call, asked) => {
    const { worker = '', name = '' } = asked;
    const isSeen = ['submit', 'deliver', 'find', 'credit'].includes(call);
    if (isSeen) await options.at(`${call} arrives`, worker);
    const answer = answers[call]?.(asked);
    if (isSeen) await options.at(`${call} is done`, worker);
    if (call === 'instant') await options.at(name, worker);
    return answer;
  });
  return {
    address,
    ledger,
    news,
    heard: () => heard,
    order: (number) => {
      orders.push(number);
    },
    speak: () => {
      silent = false;
      for (const entry of ledger) if (entry.kind === 'submit') tellOfOrder(entry.reference);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = (call: string, asked: Record<string, string>) => Promise<unknown>;

async function listen(answer: Answer): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((request, response) => {
    void textOf(request).then(async (text) => {
      const result = await answer((request.url ?? '').slice(1), JSON.parse(text));
      response.end(JSON.stringify(result ?? null));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
