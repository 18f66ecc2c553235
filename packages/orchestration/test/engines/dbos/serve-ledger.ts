import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { OrderEvent } from '@dist/orchestration';
import type { DbosSdk } from '../../../src/dbos.ts';
import type { Host } from '../../../src/host/host.ts';
import { hostPolicy } from '../../../src/testing/host/host-world.ts';
import { diesOnce } from '../hosts/dies-once.ts';
import { ledgerPerformers } from '../hosts/ledger-world.ts';
import { realTime } from '../hosts/real-time.ts';
import { openDbos } from './open-dbos.ts';

/** Serves what the command line says: PORT CONNECTION LEDGER LATENCY DIES. Events come over HTTP. */
export async function serveLedger(changed: (dbos: DbosSdk, ledger: string) => DbosSdk): Promise<void> {
  const [port = '', connection = '', ledger = '', latency = '0', dies = ''] = process.argv.slice(2);
  const options = {
    policy: hostPolicy,
    performers: ledgerPerformers(ledger, { before: Number(latency), after: Number(latency) }, () => diesOnce(dies)),
    clock: realTime.clock,
    timeout: 1000,
  };
  const { host } = await openDbos(JSON.parse(connection), options, (dbos) => changed(dbos, ledger));
  createServer(async (request, response) => {
    await answer(host, await text(request)).then(
      (found) => response.end(JSON.stringify(found ?? null)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(Number(port), '127.0.0.1');
}

async function answer(host: Host, question: string): Promise<unknown> {
  const { id, events } = JSON.parse(question) as { id?: string; events?: readonly OrderEvent[] };
  if (id === undefined) return undefined;
  return events === undefined ? host.read(id) : host.dispatch(id, events);
}
