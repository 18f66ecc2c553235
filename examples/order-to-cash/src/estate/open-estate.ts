import { type Erp, followErp, followErpDocuments } from '@dist/connectors/gateway';
import { referenceErp } from '@dist/connectors/reference-erp';
import type { Journal, Runtime } from '@dist/orchestration/runtime';
import type { Options } from '../options.ts';
import { erpSystems } from './erp-systems.ts';
import { lookBack } from './look-back.ts';
import { loopbackFetch } from './loopback-fetch.ts';

/** The ERP of a run. */
export interface Estate {
  /** Its name in the routing table. */
  readonly name: string;
  readonly erp: Erp;
  /** Brings what it has to tell of its orders; answers how much that was. */
  follow(journal: Journal, runtime: Pick<Runtime, 'dispatch'>): Promise<number>;
}

/** Connects to the ERP that was chosen, at the address of the counterparties. */
export async function openEstate(options: Pick<Options, 'system' | 'erp'>, baseUrl: string): Promise<Estate> {
  const { timeout: timeoutMs } = options.erp;
  const system = await erpSystems.get(options.system)?.();
  if (system === undefined) return referenceEstate(baseUrl, timeoutMs);
  const name = options.system;
  const erp = system.connect({ fetch: loopbackFetch(baseUrl), timeoutMs });
  const from = lookBack();
  return {
    name,
    erp,
    follow: async (journal, runtime) =>
      (await followErpDocuments({ ...erp, erp: name, journal, from }, runtime)).documents,
  };
}

/** The reference ERP tells what happens in a list of events. */
function referenceEstate(baseUrl: string, timeoutMs: number): Estate {
  const erp = referenceErp({ baseUrl, timeoutMs });
  const followed = { erp: 'reference-erp', events: erp.events };
  return {
    name: followed.erp,
    erp,
    follow: async (journal, runtime) => (await followErp({ ...followed, journal }, runtime)).events,
  };
}
