import { sqliteJournal } from '@dist/orchestration/sqlite';
import { type RestateSdk, restateServices } from '../../../src/restate.ts';
import { hostPolicy } from '../../../src/testing/host/host-world.ts';
import { openDatabase } from '../../open-database.ts';
import { diesOnce } from '../hosts/dies-once.ts';
import { ledgerPerformers } from '../hosts/ledger-world.ts';
import { realTime } from '../hosts/real-time.ts';
import { installed } from './installed.ts';

/** Serves what the command line says: PORT LEDGER LATENCY DIES. Records are in a SQLite file beside the ledger. */
export async function serveLedger(
  changed: (sdk: RestateSdk<object, object>, ledger: string) => RestateSdk<object, object>,
): Promise<void> {
  const [port = '', ledger = '', latency = '0', dies = ''] = process.argv.slice(2);
  const sdk = installed.sdk();
  const services = restateServices(changed(sdk, ledger), {
    policy: hostPolicy,
    performers: ledgerPerformers(ledger, { before: Number(latency), after: Number(latency) }, () => diesOnce(dies)),
    records: sqliteJournal(openDatabase(`${ledger}.sqlite`)),
    clock: realTime.clock,
    timeout: 1000,
  });
  await sdk.serve({ services, port: Number(port) });
}
