import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Performers, Report } from '@dist/orchestration/runtime';
import { notOffered } from '@dist/orchestration/runtime';
import { sampleEnrichment } from '../../../src/testing/host/sample-order.ts';
import { realTime } from './real-time.ts';

/** What an ERP without any idempotency and a partner have seen, in a file that outlives every process. */
export interface Ledger {
  /** Our reference → orders that the ERP has made for it. */
  readonly orders: ReadonlyMap<string, number>;
  /** Effect key → how often its document arrived. */
  readonly documents: ReadonlyMap<string, number>;
  readonly lookUps: number;
  /** How often the step ran that only a later release has. */
  readonly audits: number;
}

export function readLedger(path: string): Ledger {
  const orders = new Map<string, number>();
  const documents = new Map<string, number>();
  let [lookUps, audits] = [0, 0];
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const [what = '', name = ''] = line.split('\t');
    if (what === 'order') orders.set(name, (orders.get(name) ?? 0) + 1);
    if (what === 'document') documents.set(name, (documents.get(name) ?? 0) + 1);
    if (what === 'find') lookUps++;
    if (what === 'audit') audits++;
  }
  return { orders, documents, lookUps, audits };
}

/** How long each side of a performer takes, in milliseconds, so that a kill finds it at work. */
export interface Latency {
  readonly before: number;
  readonly after: number;
}

/** The performers of a worker that may die at any time. `dies` says whether it dies right after the ERP has made an order. */
export function ledgerPerformers(path: string, latency: Latency, dies: () => boolean = () => false): Performers {
  const write = (what: string, name: string) => appendFileSync(path, `${what}\t${name}\n`);
  const accepted = (partId: string, externalReference: string): Report => ({
    type: 'erp.accepted',
    partId,
    erp: 'erp',
    number: `SO ${externalReference}`,
    rejected: [],
  });
  return {
    ...notOffered(),
    'order.enrich': async ({ body }) => ({ events: [sampleEnrichment(body.order.number)] }),
    'erp.submit': async ({ body }) => {
      const { externalReference, partId } = body.request.part;
      await realTime.pause(latency.before);
      write('order', externalReference);
      if (dies()) process.kill(process.pid, 'SIGKILL');
      await realTime.pause(latency.after);
      return { events: [accepted(partId, externalReference)] };
    },
    'erp.find': async ({ body: { partId, externalReference, attempt } }) => {
      write('find', externalReference);
      const known = readLedger(path).orders.has(externalReference);
      return { events: [known ? accepted(partId, externalReference) : { type: 'erp.notFound', partId, attempt }] };
    },
    'document.send': async ({ key }) => {
      write('document', key);
      await realTime.pause(latency.after);
      return {};
    },
    'document.deliver': async () => ({}),
  };
}
